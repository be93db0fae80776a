import * as vscode from 'vscode';
import { isoDay, type NewRecord, type RecordChoice, type RecordDraft } from '../../chancery';
import { localDay } from './day';
import type { Opened } from './engines';
import { reasonOf } from './files';
import { folderOf, nearestFolder } from './layers';
import type { RecordFiles } from './record-files';
import type { Session } from './session';

/** What a caller may give, so that a key binding or a test needs no menu. */
export interface AddRequest {
  readonly record: NewRecord;
}

/** Name of the file below `gazetteer/` that new records go to. */
const FILE = 'own.yaml';

/** “Add to Gazetteer…” and “Correct This Record…”: records of the writer's own, over those that ship with Chancery. */
export class AddRecord {
  constructor(private readonly files: RecordFiles, private readonly storage: vscode.Uri) {}

  /** Asks what is to be added, beginning with what the text around the selection says. */
  async add(session: Session, request?: AddRequest): Promise<void> {
    const found = await draftOf(session);
    const opened = session.opened;
    if (!found || !opened) return;
    if (!request && (found.person ?? found.organization) !== undefined) return this.known(session, found);
    const record = request?.record ?? await ask(found, opened);
    if (!record) return;
    const wrong = opened.chancery.records.whatIsWrong(record);
    if (wrong !== undefined) {
      void vscode.window.showErrorMessage(wrong);
      return;
    }
    const name = record.kind === 'person' ? `${record.given} ${record.family}`.trim() : record.name;
    await this.write(session, text => opened.chancery.records.add(text, record, today()), (shown, ended) => (
      `Added ${name} to ${shown}${ended.length > 0 ? ` and ended the term of ${ended.join(' and ')}` : ''}`));
  }

  /** Opens a record of the writer's own over the one of the selected name. */
  async correct(session: Session): Promise<void> {
    const found = await draftOf(session);
    const opened = session.opened;
    if (!found || !opened) return;
    const id = found.person ?? found.organization;
    if (id === undefined) {
      void vscode.window.showInformationMessage(`There is no record of ‘${found.text}’ to correct: use “Add to Gazetteer…”.`);
      return;
    }
    const section = found.person === undefined ? 'organizations' : 'people';
    await this.write(session, text => opened.chancery.records.correct(text, section, id, today()), shown => `Opened a correction of ${found.text} in ${shown}`, id);
  }

  private async known(session: Session, found: RecordDraft): Promise<void> {
    const choice = await vscode.window.showInformationMessage(`${found.text} is in the gazetteer already.`, 'Correct This Record…');
    if (choice) await this.correct(session);
  }

  /** @param reveal an id whose record is opened at once */
  private async write(session: Session, change: (text: string) => ReturnType<Opened['chancery']['records']['add']>,
    told: (shown: string, ended: readonly string[]) => string, reveal?: string): Promise<void> {
    const { uri, shown } = await this.target(session.document.uri);
    try {
      let line: number | undefined;
      const written = await this.files.change(uri, shown, before => {
        const result = change(before ?? '');
        if ('text' in result) {
          const found = result.text.split(/\r?\n/).findIndex(l => new RegExp(`^\\s*- id: ${result.id}\\s*$`).test(l));
          line = found < 0 ? undefined : found;
          return { text: result.text, told: told(shown, result.ended), ...(line === undefined ? {} : { line }) };
        }
        const why = result.kind === 'unreadable' ? `Line ${result.line + 1} of ${shown} is written in a form that is not changed here: nothing was added` : `${shown} has it already`;
        this.files.answer(why, undefined, () => vscode.window.showTextDocument(uri));
        return undefined;
      });
      if (written && reveal !== undefined) {
        const at = new vscode.Position((line ?? -1) + 2, 0);
        await vscode.window.showTextDocument(uri, { selection: new vscode.Range(at, at) });
      }
    } catch (problem) {
      void vscode.window.showErrorMessage(`${shown} could not be written: ${reasonOf(problem)}`);
    }
  }

  /** The workspace's own file, or the writer's where no folder is open or it is not trusted. */
  private async target(document: vscode.Uri): Promise<{ uri: vscode.Uri; shown: string }> {
    const folder = vscode.workspace.isTrusted ? folderOf(document) : undefined;
    if (!folder) return { uri: vscode.Uri.joinPath(this.storage, 'gazetteer', FILE), shown: 'My People and Bodies' };
    const uri = vscode.Uri.joinPath(await nearestFolder(document) ?? vscode.Uri.joinPath(folder, '.chancery'), 'gazetteer', FILE);
    return { uri, shown: vscode.workspace.asRelativePath(uri) };
  }
}

function today(): string {
  return isoDay(localDay(new Date()));
}

async function draftOf(session: Session): Promise<RecordDraft | undefined> {
  const reading = await session.current();
  const editor = vscode.window.activeTextEditor;
  if (!reading || editor?.document !== session.document) return undefined;
  const { document } = session;
  const { selection } = editor;
  const draft = reading.draftAt({ start: document.offsetAt(selection.start), end: document.offsetAt(selection.end) });
  if (draft.text !== '') return draft;
  const word = document.getWordRangeAtPosition(selection.active);
  if (word) return reading.draftAt({ start: document.offsetAt(word.start), end: document.offsetAt(word.end) });
  void vscode.window.showInformationMessage('Select a name first.');
  return undefined;
}

/** A question that can be left by Escape: then nothing is added. */
class Left extends Error {}

async function ask(draft: RecordDraft, opened: Opened): Promise<NewRecord | undefined> {
  try {
    const kinds = [{ label: '$(person) A person', value: 'person' as const }, { label: '$(organization) A body', value: 'organization' as const }];
    const kind = await pick('Add to Gazetteer', `What is ‘${draft.text}’?`, draft.looksLikeBody ? kinds.toReversed() : kinds);
    return kind === 'person' ? await askPerson(draft, opened) : await askBody(draft, opened);
  } catch (left) {
    if (left instanceof Left) return undefined;
    throw left;
  }
}

async function askPerson(draft: RecordDraft, opened: Opened): Promise<NewRecord> {
  const choices = opened.chancery.records.choices();
  const isDate = (value: string): string | undefined => opened.chancery.records.whatIsWrong({ kind: 'person', given: '', family: draft.text, from: value.trim() });
  const given = await input('Given name (1 of 6)', draft.given, 'Empty for people of one name');
  const family = await input('Family name (2 of 6)', draft.family, 'With its particles: von der Leyen', value => (value.trim() === '' ? 'A person needs a family name.' : undefined));
  const state = await askState('Country (3 of 6)', choices.states, draft.state);
  const office = await askOffice(draft, choices.posts, choices.organizations, state);
  const from = office ? await input('In office from (5 of 6)', '', draft.day ? `The note is of ${draft.day}. A day, a month or a year: 2022-01-12, 2022-01, 2022; empty if you do not know` : '2022-01-12, 2022-01 or 2022; empty if you do not know', isDate) : '';
  const source = await input('Source (6 of 6)', '', '“TASS, 12 January 2022” or an address; empty if there is none');
  return { kind: 'person', given: given.trim(), family: family.trim(), ...(state ? { state } : {}), ...(office ? { office } : {}), ...(from.trim() ? { from: from.trim() } : {}), ...(source.trim() ? { source } : {}) };
}

async function askBody(draft: RecordDraft, opened: Opened): Promise<NewRecord> {
  const isAcronym = /^[A-Z]{2,10}$/.test(draft.text);
  const name = await input('Full name (1 of 7)', isAcronym ? '' : draft.text, 'As it calls itself in English', value => (value.trim() === '' ? 'A body needs a name.' : undefined));
  const acronym = await input('Acronym (2 of 7)', isAcronym ? draft.text : '', 'Empty if it has none');
  const choices = opened.chancery.records.choices();
  const state = await askState('Country (3 of 7)', choices.states, draft.state);
  const classification = await pick<string | undefined>('Kind (4 of 7)', 'What is it?', [
    { label: 'Not known', value: undefined }, ...choices.classifications.map(kind => ({ label: kind.replace(/-/g, ' '), value: kind })),
  ]);
  const parent = await askParent(choices.organizations, state);
  const members = await input('Members (6 of 7)', '', 'How many, as in 32, or with the day since: 32, 2024-03-07; empty if it has none', value => (value.trim() === '' ? undefined : whatIsWrongWith(value, opened)));
  const source = await input('Source (7 of 7)', '', '“TASS, 12 January 2022” or an address; empty if there is none');
  return {
    kind: 'organization', name: name.trim(), ...(acronym.trim() ? { acronym: acronym.trim() } : {}), ...(state ? { state } : {}),
    ...(classification ? { classification } : {}), ...(parent ? { parent } : {}), ...membersOf(members), ...(source.trim() ? { source } : {}),
  };
}

/** “32” or “32, 2024-03-07”. */
function membersOf(text: string): Pick<Extract<NewRecord, { kind: 'organization' }>, 'members'> {
  const [count, from] = text.split(',').map(part => part.trim());
  return count ? { members: { count: Number(count), ...(from ? { from } : {}) } } : {};
}

function whatIsWrongWith(members: string, opened: Opened): string | undefined {
  return opened.chancery.records.whatIsWrong({ kind: 'organization', name: 'x', ...membersOf(members) });
}

async function askParent(bodies: readonly RecordChoice[], state: string | undefined): Promise<string | undefined> {
  const own = bodies.filter(b => state !== undefined && b.state === state);
  const item = (b: RecordChoice) => ({ label: b.label, value: b.id as string | undefined });
  return pick<string | undefined>('Part of (5 of 7)', 'Of which larger body is it a part?', [{ label: 'None', value: undefined }, ...own.map(item), ...bodies.filter(b => !own.includes(b)).map(item)]);
}

async function askState(title: string, states: readonly RecordChoice[], first: string | undefined): Promise<string | undefined> {
  const known = states.filter(s => s.id === first);
  const items = [
    ...known.map(s => ({ label: s.label, description: `${s.id} · from the text`, value: s.id as string | undefined })),
    { label: 'None', description: 'an international body, or not known', value: undefined },
    ...states.filter(s => s.id !== first).map(s => ({ label: s.label, description: s.id, value: s.id as string | undefined })),
  ];
  return pick(title, 'Whose?', items);
}

type Office = NonNullable<Extract<NewRecord, { kind: 'person' }>['office']>;

async function askOffice(draft: RecordDraft, posts: readonly RecordChoice[], bodies: readonly RecordChoice[], state: string | undefined): Promise<Office | undefined> {
  const meant = new Set(draft.posts.map(p => p.id));
  const own = posts.filter(p => !meant.has(p.id) && state !== undefined && p.state === state);
  const others = posts.filter(p => !meant.has(p.id) && !own.includes(p));
  const item = (description: string) => (p: { id: string; label: string }) => ({ label: p.label, description, value: p.id });
  const chosen = await pick<string>('Office (4 of 6)', draft.title ? `The text says ‘${draft.title}’` : 'Which office?', [
    ...draft.posts.map(item('as the text says')),
    ...(draft.title && draft.posts.length === 0 ? [{ label: `$(add) ‘${draft.title}’, as the text says…`, value: 'new' }] : []),
    { label: 'No office', value: 'none' },
    ...(draft.title && draft.posts.length === 0 ? [] : [{ label: '$(add) An office that is not in the list…', value: 'new' }]),
    ...own.map(item('')),
    ...others.map(item('')),
  ]);
  if (chosen === 'none') return undefined;
  if (chosen !== 'new') return { post: chosen };
  const title = await input('Title of the office', draft.title ?? '', 'Without the country: Deputy Foreign Minister', value => (value.trim() === '' ? 'An office needs a title.' : undefined));
  const body = await pick<string>('Of which body?', 'Ministry, service, organization', [
    { label: 'Not known: leave the office out', value: 'none' },
    { label: '$(add) A body that is not in the list…', value: 'new' },
    ...[...bodies.filter(b => b.state === state), ...bodies.filter(b => b.state !== state)].map(item('')),
  ]);
  if (body === 'none') return undefined;
  if (body !== 'new') return { title, body: { id: body } };
  return { title, body: { name: await input('Name of the body', '', 'As it calls itself in English', value => (value.trim() === '' ? 'A body needs a name.' : undefined)) } };
}

/** @throws Left */
async function pick<T>(title: string, placeHolder: string, items: readonly (vscode.QuickPickItem & { readonly value: T })[]): Promise<T> {
  const item = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true, ignoreFocusOut: true });
  if (!item) throw new Left();
  return item.value;
}

/** @throws Left */
async function input(title: string, value: string, prompt: string, validateInput?: (value: string) => string | undefined): Promise<string> {
  const answer = await vscode.window.showInputBox({ title, value, prompt, ignoreFocusOut: true, ...(validateInput ? { validateInput } : {}) });
  if (answer === undefined) throw new Left();
  return answer;
}
