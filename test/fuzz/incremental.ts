import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Chancery, Reading } from '../../src/chancery';
import { documents, type Edit, edits, textsOf } from './documents';

/** All that a host sees of a reading, as plain data. */
export function plain(reading: Reading): unknown {
  const { text, standing, judgedBy, findings, failures, datesFound, houseStyle } = reading;
  const cards = Array.from({ length: 8 }, (_, i) => reading.hoverAt(Math.floor(((i + 0.5) * text.length) / 8)));
  return { findings, standing, judgedBy, failures, datesFound, houseStyle, fixes: reading.fixAll(), cards };
}

/** What was compared, counted so that a run can say that it looked at something. */
export interface Compared {
  sequences: number;
  edits: number;
  findings: number;
}

/** A kept reading equals a fresh one of the same text, halfway through a sequence of edits and at its end. */
export function incrementalEqualsFresh(chancery: Chancery, compared: Compared): fc.IProperty<[string, Edit[], boolean]> {
  return fc.property(documents, edits, fc.boolean(), (document, changes, markdown) => {
    const context = { language: markdown ? 'markdown' : 'plaintext', always: true } as const;
    const texts = textsOf(document, changes);
    const brief = chancery.open(context);
    texts.forEach((text, i) => {
      const kept = brief.update(text)!;
      if (i !== texts.length - 1 && i !== texts.length >> 1) return;
      const fresh = chancery.open(context).update(text)!;
      compared.findings += fresh.findings.length;
      assert.deepEqual(plain(kept), plain(fresh));
    });
    compared.sequences++;
    compared.edits += changes.length;
  });
}
