import { alignmentDistance } from '../../base/distance';
import { contains, type Span } from '../../base/span';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Organization } from '../../gazetteer/model';
import type { BlockText, OrganizationMention, StateMention } from '../model';
import type { Unit } from '../../english/units';
import { type BodyForm, type BodyIndex, bodyIndexOf, type NearCandidate } from './organization-index';
import { beginsFirm } from './firms';
import { insideQuote } from '../quotations/quoted';

/**
 * Bodies named in one block: by name, acronym, short form or misnomer, and near misses of names and acronyms
 * (spec 4.5 C). Words are looked at a fixed number of times each.
 */
export function recognizeOrganizations(text: BlockText, states: readonly StateMention[], gazetteer: Gazetteer): OrganizationMention[] {
  return new Recognizer(text, states, gazetteer).run();
}

class Recognizer {
  private readonly index: BodyIndex;
  private readonly units: readonly Unit[];
  private readonly mentions: OrganizationMention[] = [];

  constructor(private readonly text: BlockText, private readonly states: readonly StateMention[], private readonly gazetteer: Gazetteer) {
    this.index = bodyIndexOf(gazetteer);
    this.units = text.units;
  }

  run(): OrganizationMention[] {
    for (let i = 0; i < this.units.length;) {
      const end = this.at(i);
      i = end > i ? end : i + 1;
    }
    return this.mentions;
  }

  /** Looks for a mention that begins at a unit; the unit after it, or the same where there is none. */
  private at(from: number): number {
    const unit = this.units[from]!;
    const { speaker } = this.text.block;
    if (unit.token < 0 || (speaker && contains(speaker.span, unit))) return from;
    const exact = this.exact(from);
    if (unit.capital) {
      const near = this.nearName(from, exact?.end ?? from);
      if (near) return near;
    }
    if (exact && exact.form.form === 'acronym' && beginsFirm(this.text.prose, this.units[exact.end - 1]!.end)) return exact.end;
    if (exact && exact.form.form === 'misnomer' && this.goesOn(exact.end)) return exact.end;
    if (exact) {
      this.push(from, exact.end, exact.form.body, exact.form.form, exact.form.form === 'misnomer' ? exact.form.body.name : undefined);
      return exact.end;
    }
    return this.nearAcronym(from);
  }

  private exact(from: number): { end: number; form: BodyForm } | undefined {
    const { unitIds } = this.text;
    let found = this.index.forms.follow(unitIds, from);
    while (found) {
      const { end } = found;
      const form = this.choose(found.values.filter(value => this.suits(value, from, end)), from);
      // “the Commonwealth” is a body, and the beginning of the Commonwealth of Independent States
      const longer = this.units[from]!.folded === 'the' && form ? this.exact(from + 1) : undefined;
      if (longer && longer.end > end) return undefined;
      if (form && !this.givenName(form, from, end)) return { end, form };
      found = this.index.forms.follow(unitIds.subarray(0, end - 1), from);
    }
    return undefined;
  }

  /** Whether the words are written as the form is: capitals where the record has them, acronyms letter for letter. */
  private suits(form: BodyForm, from: number, end: number): boolean {
    const last = this.units[end - 1]!;
    const written = this.text.prose.slice(this.units[from]!.start, last.end);
    // OPEC+ is another body than OPEC
    if ((this.text.prose[last.end] === '+') !== form.text.endsWith('+')) return false;
    if (form.text.endsWith('+')) return written === form.text.slice(0, -1);
    if (form.exactCase) return written === form.text || written.replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, '') === form.text;
    if (form.form === 'short') {
      // “the Union” is the body, “the union” is a trade union; where both are recorded both are.
      return form.capitals.every((capital, i) => i === 0 || capital === this.units[from + i]!.capital);
    }
    if (form.looseCase) return this.units[from]!.capital || !form.capitals[0];
    return form.capitals.every((capital, i) => !capital || this.units[from + i]!.capital);
  }

  /** The one body meant where several bear the form (Foreign Ministry): by the state beside it, or by an earlier mention. */
  private choose(forms: readonly BodyForm[], from: number): BodyForm | undefined {
    const bodies = new Set(forms.map(form => form.body));
    if (bodies.size <= 1) return forms[0];
    const state = this.stateBefore(from);
    if (state !== undefined) {
      const own = forms.filter(form => this.gazetteer.stateOf(form.body.id) === state);
      if (own.length > 0) return own[0];
    }
    for (let i = this.mentions.length - 1; i >= 0; i--) {
      const same = forms.find(form => form.body.id === this.mentions[i]!.organization);
      if (same) return same;
    }
    const international = forms.filter(form => this.gazetteer.stateOf(form.body.id) === undefined && form.form !== 'short');
    return new Set(international.map(form => form.body)).size === 1 ? international[0] : undefined;
  }

  private stateBefore(from: number): string | undefined {
    const start = this.units[from]!.start;
    const state = this.states.find(mention => mention.span.end <= start && /^(?:['’]s?)? *$/.test(this.text.prose.slice(mention.span.end, start)));
    return state?.state;
  }

  /**
   * *Nato* is a given name of Georgian women (spec 4.4): before a capitalised word that begins no known name, and is no
   * word of the language, no title, state or member noun, and not after “to”.
   */
  private givenName(form: BodyForm, from: number, end: number): boolean {
    if (form.form !== 'acronym' || end !== from + 1 || !/^\p{Lu}\p{Ll}+$/u.test(form.text)) return false;
    const next = this.units[end];
    if (!next || next.token < 0 || !next.capital || this.text.tokens[this.units[from]!.token]!.possessive) return false;
    if (next.token === this.units[from]!.token || this.units[from - 1]?.folded === 'to') return false;
    return !this.index.begins(next.folded) && !this.gazetteer.isWord(next.folded);
  }

  /** A full name with one word replaced by another (spec 4.5): the unit after it. */
  private nearName(from: number, exactEnd: number): number | undefined {
    const seen = new Set<NearCandidate>();
    for (const candidates of this.index.oneWordOff(this.text.unitIds, from)) {
      for (const candidate of candidates) {
        if (seen.has(candidate)) continue;
        seen.add(candidate);
        const end = from + candidate.words.length;
        if (end <= exactEnd || end > this.units.length || !this.oneWordOff(candidate, from) || this.goesOn(end)) continue;
        this.push(from, end, candidate.body, 'near-name', candidate.body.name);
        return end;
      }
    }
    return undefined;
  }

  /** The name is longer than what was matched (the International Criminal Tribunal for Rwanda): another body. */
  private goesOn(end: number): boolean {
    const next = this.units[end]?.folded;
    return next === 'for' || next === 'on';
  }

  private oneWordOff(candidate: NearCandidate, from: number): boolean {
    const { words, capitals } = candidate;
    let off = -1;
    for (let i = 0; i < words.length; i++) {
      if (capitals[i] && !this.units[from + i]!.capital) return false;
      if (words[i] === this.units[from + i]!.folded) continue;
      if (off >= 0) return false;
      off = i;
    }
    if (off < 0) return false;
    const written = this.units[from + off]!;
    if (written.token < 0 || written.capital !== capitals[off]) return false;
    if (this.index.isName(this.units.slice(from, from + words.length).map(unit => unit.folded))) return false;
    return confusable(words[off]!, written.folded, off, candidate, this.index);
  }

  private nearAcronym(from: number): number {
    const unit = this.units[from]!;
    const token = this.text.tokens[unit.token]!;
    if (!/^[A-Z]{4,}$/.test(token.text) || token.text.length !== unit.end - unit.start) return from;
    const body = this.index.swapped(token.text);
    if (!body || this.index.knownCapital(unit.folded) || this.gazetteer.isWord(unit.folded)) return from;
    this.push(from, from + 1, body, 'near-acronym', body.acronym ?? body.name);
    return from + 1;
  }

  private push(from: number, end: number, body: Organization, form: OrganizationMention['form'], correct: string | undefined): void {
    const last = this.units[end - 1]!;
    const span: Span = { start: this.units[from]!.start, end: last.end };
    const token = this.text.tokens[last.token]!;
    this.mentions.push({
      span,
      surface: this.text.prose.slice(span.start, span.end),
      organization: body.id,
      form,
      ...(correct !== undefined ? { correct } : {}),
      quoted: this.text.block.quoted || insideQuote(this.text.block.quotes, span),
      possessive: token.possessive && token.end === last.end,
    });
  }
}

/** Words of kinds of bodies that writers exchange; councils, committees, commissions and courts of one name are bodies of their own. */
const KINDS = new Set(
  'organization organisation association agency alliance union pact institution institute authority federation confederation league council'.split(' '),
);
/** Words that mean the same in names of bodies: no state has both. */
const FOREIGN: ReadonlySet<string> = new Set(['foreign', 'external', 'exterior', 'overseas']);
const SAME: readonly ReadonlySet<string>[] = [
  FOREIGN,
  new Set(['states', 'nations', 'countries']),
  new Set(['affairs', 'relations']),
  new Set(['weapons', 'arms']),
];
/** Words of titles: the Minister for Foreign Affairs is no slip for the Ministry. */
const OFFICES = new Set('minister ministers secretary secretaries president director chief commander commissioner head coordinator representative envoy rapporteur ambassador adviser'.split(' '));
const SMALL = new Set(['of', 'for', 'on', 'in', 'and', 'the', 'to', 'at', 'with', 'against']);

/**
 * Whether a writer who means the body may have written `written` for `recorded`: a slip of the pen, another word of the
 * same sense, or, inside the long name of an international body, any word that is not what tells bodies apart.
 */
function confusable(recorded: string, written: string, at: number, candidate: NearCandidate, index: BodyIndex): boolean {
  if (index.geographic(recorded) || index.geographic(written) || /\d/.test(recorded + written)) return false;
  if (OFFICES.has(recorded) || OFFICES.has(written)) return false;
  // “the Governments of Japan and the United States”: several of the kind
  if (`${recorded}s` === written || recorded === `${written}s`) return false;
  if (candidate.ordinary) return FOREIGN.has(recorded) && FOREIGN.has(written);
  if (dialect(recorded) === dialect(written)) return true;
  const short = Math.min(recorded.length, written.length);
  if (short >= 5 && alignmentDistance(recorded, written, 2) <= (short >= 7 ? 2 : 1)) return true;
  if (SAME.some(group => group.has(recorded) && group.has(written))) return true;
  const { words } = candidate;
  if (!candidate.international) return false;
  const first = words.findIndex(word => !SMALL.has(word));
  const last = words.length - 1;
  if (KINDS.has(recorded) && KINDS.has(written) && (at === first || at === last)) return true;
  if (words.length < 4 || at === first || at === last) return false;
  return SMALL.has(recorded) === SMALL.has(written);
}

/** One spelling for -ise/-ize, -our/-or, defence/defense. */
function dialect(word: string): string {
  return word.replace(/is(e|ed|ing|ation)$/, 'iz$1').replace(/our$/, 'or').replace(/ence$/, 'ense');
}
