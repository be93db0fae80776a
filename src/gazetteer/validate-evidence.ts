import type { PartialDate } from '../base/edtf';
import { canState, isOpen, newest, readFor } from './evidence';
import type { GazetteerFile } from './compile';
import type { Id, Person, Problem, Source } from './model';
import type { Draft, Path } from './read';
import type { Tell } from './validate';

/** Sources that cannot say what they are cited for, and days of a check on which nothing was read. */
export function validateEvidence(people: readonly Person[], sources: ReadonlyMap<Id, Source>, tell: Tell): void {
  const find = (id: Id): Source | undefined => sources.get(id);
  for (const [id, source] of sources) {
    if (source.of !== undefined && source.class !== 'mirror') tell(source, ['of'], `Only a mirror repeats another: ‘${id}’ is ${source.class}.`);
  }
  for (const person of people) {
    person.occupancies.forEach((term, i) => {
      const at = ['occupancies', i];
      older(person, term.sources, term.start_date, [...at, 'sources']);
      older(person, term.end_sources, term.end_date, [...at, 'end_sources']);
      older(person, term.held_sources, term.start_date, [...at, 'held_sources']);
      if (isOpen(term) && term.end_sources?.length) tell(person, [...at, 'end_sources'], `‘${term.post}’ has no end for a source to state.`);
      const last = newest(readFor(term), find);
      if (isOpen(term) && last && term.checked && term.checked.earliest > last.latest) {
        tell(person, [...at, 'checked'], `Checked on ${term.checked.text}, but the newest source is of ${last.text}.`);
      }
    });
  }

  function older(person: Person, ids: readonly Id[] | undefined, date: PartialDate | undefined, path: Path): void {
    for (const id of ids ?? []) {
      const source = find(id);
      if (source && !canState(source, date)) tell(person, path, `‘${id}’ is of ${source.date!.text}: it cannot state what happened on ${date!.text}.`);
    }
  }
}

/** Words of an editor who is not sure: they belong into a note, which readers see. */
const DOUBT = /\b(?:not (?:been )?(?:looked up|found|known|sure|clear|confirmed|verified)|un(?:known|clear|confirmed|verified|certain)|look up|doubt(?:ful)?|to be checked|todo)\b/i;

/** What is asked of the records that ship, beyond what is asked of anybody's own. */
export function validateShipped(files: readonly GazetteerFile[], drafts: readonly Draft[]): Problem[] {
  const problems: Problem[] = [];
  const withRecords = new Set(drafts.filter(draft => draft.section !== 'profiles').map(draft => draft.origin.file));
  for (const [index, file] of files.entries()) {
    if (!withRecords.has(index)) continue;
    file.text.split('\n').forEach((line, i) => {
      const remark = /^\s*#(.*)/.exec(line)?.[1];
      if (remark === undefined || !DOUBT.test(remark)) return;
      problems.push({ file: file.path, line: i + 1, column: 1, severity: 'error', message: 'A doubt that no reader sees: make it the note of the record.' });
    });
  }
  for (const draft of drafts) {
    if (draft.section !== 'people') continue;
    const terms = (draft.fields['occupancies'] ?? []) as readonly Readonly<Record<string, unknown>>[];
    terms.forEach((term, i) => {
      const say = (key: string, message: string): void => {
        problems.push({ file: files[draft.origin.file]?.path ?? '', ...draft.at(['occupancies', i, key]), severity: 'error', message });
      };
      if (term['confidence'] !== undefined) say('confidence', 'Confidence is computed from the sources: leave it out.');
      const end = term['end_date'] as PartialDate | undefined;
      const open = end === undefined || end.precision === 'open';
      if (open && !listed(term['sources']) && !listed(term['held_sources']) && term['checked'] === undefined) {
        say('post', 'This open term has no source and does not say until when it is known: give it checked.');
      }
    });
  }
  return problems;
}

function listed(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}
