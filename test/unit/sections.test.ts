import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { engine } from '../check';

interface Snippet { readonly prefix: string; readonly body: readonly string[] }
const BODIES = new Map<string, string>();
for (const { prefix, body } of Object.values(JSON.parse(readFileSync('snippets/chancery.code-snippets', 'utf8')) as Record<string, Snippet>)) {
  if (!BODIES.has(prefix)) BODIES.set(prefix, body.join('\n'));
}

const NOTE = `---
date: 2022-01-12
classification: OFFICIAL
event: nrc-2022-01-12
---

NATO Secretary General Jens Stoltenberg chaired the NATO-Russia Council in Brussels on 12 January 2022. Russian Deputy Foreign
Minister Alexander Grushko led the Russian side, and US Deputy Secretary of State Wendy Sherman the US side. Russia has about
100,000 troops near Ukraine, according to US officials on 10 January 2022.
`;

function open(note: string) {
  return engine('shipped').open({ language: 'markdown', always: true }).update(note)!;
}

const fill = (prefix: string, note = NOTE): string[] => open(note).fillSection(prefix, BODIES.get(prefix)!).map(s => s.body);

/** The text that stands there when nothing was chosen or typed. */
const plain = (body: string): string => body
  .replace(/\$\{TM_SELECTED_TEXT\}|\$0/g, '')
  .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, '$1')
  .replace(/\$\{\d+\|((?:[^,|\\]|\\.)*)(?:[^|\\]|\\.)*\|\}/g, '$1')
  .replace(/\$\{\d+\}/g, '').replace(/\\([\\$},|])/g, '$1');

describe('Sections filled from the records and the note', () => {
  for (const prefix of BODIES.keys()) {
    it(`${prefix}: tab stops in order, choices of 2 to 20 that begin with their label, and no finding but gaps`, () => {
      for (const body of fill(prefix)) {
        const first = [...new Set([...body.matchAll(/(?<!\\)\$\{?(\d+)/g)].map(m => Number(m[1])).filter(n => n !== 0))];
        assert.deepEqual(first, first.map((_, i) => i + 1), body);
        for (const [, choices] of body.matchAll(/\$\{\d+\|((?:[^|\\]|\\.)*)\|\}/g)) {
          const list = choices!.split(/(?<!\\),/);
          assert.ok(list.length >= 2 && list.length <= 20, `${list.length} choices`);
          if (list[0] !== 'neutral') assert.match(list[0]!, /^\[/);
        }
        if (prefix === 'brief') continue;
        const found = open(`${NOTE}\n${plain(body)}\n`).findings.filter(f => f.check !== 'placeholder-left');
        assert.deepEqual(found.map(f => f.message), [], body);
      }
    });
  }

  it('take the delegations of the meeting, with the offices of its day', () => {
    const text = plain(fill('participants')[0]!);
    assert.match(text, /Office on 12 January 2022/);
    assert.match(text, /\| Russia \| Alexander Grushko \| Deputy Foreign Minister \| Alexander Fomin, Deputy Defence Minister \|/);
    assert.deepEqual(open(NOTE).fillSection('delegation', BODIES.get('delegation')!).map(s => s.of), ['Russia', 'United States']);
  });

  it('take the people of the note where no meeting is recorded', () => {
    const text = plain(fill('participants', NOTE.replace('event: nrc-2022-01-12\n', '').replace(/the NATO-Russia Council/, 'a session'))[0]!);
    assert.match(text, /\| NATO \| Jens Stoltenberg \| Secretary General \|/);
    assert.match(text, /\| Russia \| Alexander Grushko \|/);
  });

  it('take estimates and events up to the day only, and the office that was held on it', () => {
    assert.doesNotMatch(fill('forces')[0]!, /2023|2024|(?:February|March) 2022/);
    assert.doesNotMatch(fill('estimate')[0]!, /2023|2024|(?:February|March) 2022/);
    const bio = open(NOTE).fillSection('bio', BODIES.get('bio')!).find(s => s.of === 'Wendy Sherman')!.body;
    assert.match(plain(bio), /US Deputy Secretary of State, since .*2021/);
    assert.match(fill('members')[0]!, /NATO’s 30 allies/);
    assert.match(plain(fill('abbr')[0]!), /- NATO: North Atlantic Treaty Organization/);
    assert.match(plain(fill('dateline')[0]!), /^BRUSSELS, 12 January 2022 — /);
    assert.match(plain(fill('marking')[0]!), /^OFFICIAL/);
  });

  it('never take today where the note has no date', () => {
    for (const prefix of BODIES.keys()) {
      if (prefix === 'brief') continue;
      for (const body of fill(prefix, 'Nothing is known of the day.\n')) assert.doesNotMatch(body, /CURRENT_|\b20\d\d\b/, prefix);
    }
  });

  it('make the whole skeleton of a briefing for a meeting and a day', () => {
    const text = plain(open('---\ndate: 2022-01-12\n---\n\n').fillBriefing(BODIES, '2022-01-12', 'nrc-2022-01-12'));
    assert.match(text, /^---\ntitle: "NATO-Russia Council"\ndate: 2022-01-12\nas-of: 2022-01-12\n/);
    for (const heading of ['BLUF', 'Background', 'Key participants', 'Positions', 'Talking points', 'Forces', 'Timeline', 'Assessment', 'Sources']) {
      assert.equal(text.split(`\n## ${heading}\n`).length, 2, heading);
    }
    assert.match(text, /NATO-Russia Council takes place in Brussels on 12 January 2022/);
    const findings = open(text).findings.filter(f => f.check !== 'placeholder-left');
    assert.deepEqual(findings.map(f => `${f.check}: ${f.message}`), []);
  });
});
