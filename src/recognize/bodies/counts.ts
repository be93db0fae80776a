import { contains, overlaps, type Span } from '../../base/span';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { Id, Organization } from '../../gazetteer/model';
import type { BlockText, MemberCountMention, OrganizationMention } from '../model';
import { perGazetteer } from '../../english/phrases';
import { COUNTED } from '../../gazetteer/tables/bodies';
import { ALL } from '../../gazetteer/tables/table';
import { ORDINALS, SMALL_NUMBERS, TENS } from '../../english/lexicon';
import { insideQuote } from '../quotations/quoted';
import { Has } from '../starts';

const ONES = [...SMALL_NUMBERS];
const WORD_NUMBER = `(?:(?:${[...TENS].join('|')})(?:-(?:${ONES.slice(0, 9).join('|')}))?|${ONES.slice().sort((a, b) => b.length - a.length).join('|')})`;
const NUMBER = `\\d{1,3}|${WORD_NUMBER}`;
const ORDINAL = `\\d{1,3}(?:st|nd|rd|th)|(?:${[...TENS].join('|')})-(?:${[...ORDINALS].slice(0, 9).join('|')})|${[...ORDINALS].join('|')}`;

/** Nouns that count the members of any body. */
const GENERIC = ['members', 'member states', 'member countries', 'member nations', 'member governments', 'participating states', 'states parties', 'countries', 'nations', 'states'];

interface Counted {
  readonly body: Organization;
  /** Plural nouns that count its members, lower case. */
  readonly nouns: ReadonlySet<string>;
  /** The smallest number recorded. */
  readonly least: number;
}

interface CountIndex {
  readonly bodies: ReadonlyMap<Id, Counted>;
  /** Bodies by short form, without the article, lower case. */
  readonly shorts: ReadonlyMap<string, readonly Counted[]>;
  /** Bodies whose own noun it is (allies): only those that few bodies share. */
  readonly byNoun: ReadonlyMap<string, readonly Counted[]>;
  readonly patterns: Patterns;
}

interface Patterns {
  readonly possessive: RegExp;
  readonly nouns: RegExp;
  readonly definite: RegExp;
  readonly compound: RegExp;
  readonly predicate: RegExp;
  readonly ordinal: RegExp;
}

const indexOf = perGazetteer((gazetteer: Gazetteer): CountIndex => {
  const bodies = new Map<Id, Counted>();
  const shorts = new Map<string, Counted[]>();
  const byNoun = new Map<string, Counted[]>();
  const nouns = new Set(GENERIC);
  const push = (map: Map<string, Counted[]>, key: string, counted: Counted): void => {
    const list = map.get(key);
    if (!list) map.set(key, [counted]);
    else if (!list.includes(counted)) list.push(counted);
  };
  for (const { id } of gazetteer.table(COUNTED).exact(ALL)) {
    const body = gazetteer.organization(id)!;
    const own = body.member_noun ? [body.member_noun.plural, ...body.member_noun.also, ...body.member_noun.avoid] : [];
    const all = new Set([...own, ...GENERIC].map(noun => noun.toLowerCase()));
    const numbers = body.member_count.map(entry => entry.count).filter(count => count !== undefined);
    const counted: Counted = { body, nouns: all, least: numbers.length > 0 ? Math.min(...numbers) : 0 };
    bodies.set(body.id, counted);
    for (const noun of all) nouns.add(noun);
    for (const short of body.short_forms) push(shorts, short.toLowerCase().replace(/^the /, ''), counted);
    if (body.member_noun) push(byNoun, body.member_noun.plural.toLowerCase(), counted);
  }
  const alternatives = [...nouns].sort((a, b) => b.length - a.length).map(escape).join('|');
  const noun = `(${alternatives})(?![\\w-])`;
  const kind = 'current |full |existing |sovereign |present ';
  return {
    bodies, shorts, byNoun,
    patterns: {
      possessive: new RegExp(`^['’]s?\\s+(?:(other|remaining)\\s+)?(${NUMBER})\\s+(?:(other|remaining)\\s+)?(?:${kind})?${noun}`, 'i'),
      nouns: new RegExp(`^\\s+(?:${kind})?${noun}`, 'i'),
      definite: new RegExp(`(?<![\\w-])(all|the|all of the|each of the|every one of the|of)(\\s+other|\\s+remaining)?(?:\\s+of)?\\s+(${NUMBER})(?![\\w,.]*\\d)(?:\\s+(?:${kind})?${noun})?(?=\\s|[.,;:!?)"”’]|$)`, 'gi'),
      compound: new RegExp(`(?<![\\w-]|\\d[.,])(${NUMBER})[-‑](?:member|nation|country|state|strong)(?![\\w-])`, 'gi'),
      predicate: new RegExp(`^,?\\s+(?:which\\s+|that\\s+)?(?:now\\s+|currently\\s+)?(?:has|have|counts|comprises|numbers|consists of|is made up of|unites|brings together)\\s+(?:now\\s+|currently\\s+)?(${NUMBER})\\s+(?:${kind})?${noun}`, 'i'),
      ordinal: new RegExp(`(?<![\\w-])(?:became|become|becomes|becoming|joined|joins|join|joining|entered|acceded|admitted|welcomed)(?![\\w-])[^.;!?]{0,60}?(?<![\\w-])(${ORDINAL})\\s+(?:${kind})?(member(?:\\s+(?:state|country|nation))?|ally|participating state|country|nation|state)(?![\\w-])`, 'gi'),
    },
  };
});

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}

/** Words after a noun that make it a part of the members (“the 12 allies that have sent weapons”). */
const RESTRICTED = /^\s+(?:who|that|which|whose|with|without|in(?!\s+\p{Ll}+ing\b)|from|on|along|near|bordering|most|least|to|willing|not|having|opposed|taking|attending|involved)\b/iu;

/** Definite numbers of members in one block (spec 4.3): “NATO’s 30 allies”, “all 27 member states”, “the 30-member alliance”. */
export function recognizeCounts(text: BlockText, gazetteer: Gazetteer, organizations: readonly OrganizationMention[]): MemberCountMention[] {
  if ((text.has & (Has.DIGIT | Has.NUMBER | Has.ORDINAL)) === 0) return [];
  return new Counter(text, indexOf(gazetteer), organizations).run();
}

/** A body named, or the words that the analysis has to tie to one. */
interface Whose {
  readonly organization?: Id;
  readonly shortForm?: string;
}

class Counter {
  private readonly found: MemberCountMention[] = [];

  constructor(private readonly text: BlockText, private readonly index: CountIndex, private readonly organizations: readonly OrganizationMention[]) {}

  run(): MemberCountMention[] {
    const { prose } = this.text;
    const { patterns } = this.index;
    for (const mention of this.organizations) {
      if (!this.index.bodies.has(mention.organization)) continue;
      const whose = this.whoseIs(mention);
      this.possessive(mention.span.end, whose);
      const has = patterns.predicate.exec(prose.slice(mention.span.end, mention.span.end + 120));
      if (has && this.counts(whose, has[2]!) && !this.shared(mention.span, mention.span.end + has[0].length)) this.add(mention.span.end + has.index + has[0].indexOf(has[1]!), has[1]!, whose);
    }
    // Short forms that several bodies share are no mention of one: the analysis ties them to the one named before.
    const { tokens } = this.text;
    for (let i = 1; i < tokens.length; i++) {
      const { folded: word, end, possessive } = tokens[i]!;
      if (!possessive || tokens[i - 1]!.folded !== 'the' || !this.index.shorts.has(word)) continue;
      if (!this.organizations.some(mention => mention.span.end === end)) this.possessive(end, { shortForm: word });
    }
    this.compounds();
    this.definites();
    this.ordinals();
    return this.found.sort((a, b) => a.span.start - b.span.start);
  }

  /** “NATO and the EU have 23 member countries in common”: the number of neither. */
  private shared(body: Span, end: number): boolean {
    const { prose } = this.text;
    return /\b(?:and|both|or)\s+(?:the\s+)?$/i.test(prose.slice(Math.max(0, body.start - 10), body.start)) || /^\s+in common\b/.test(prose.slice(end, end + 12));
  }

  private possessive(from: number, whose: Whose): void {
    const match = this.index.patterns.possessive.exec(this.text.prose.slice(from, from + 120));
    if (!match || !this.counts(whose, match[4]!)) return;
    const after = from + match[0].length;
    if (this.isPart(whose, number(match[2]!), after)) return;
    const other = match[1] !== undefined || match[3] !== undefined;
    this.add(from + match[0].search(new RegExp(`(?<=\\s)${match[2]!}(?=\\s)`)), match[2]!, whose, { other });
  }

  /** “all 30 allies”, “the 27 EU member states”, “the 57 participating States of the OSCE”, “27 of the 30 members of NATO”. */
  private definites(): void {
    const { prose, has } = this.text;
    if ((has & (Has.NUMBER | Has.DIGIT)) === 0) return;
    for (const match of prose.matchAll(this.index.patterns.definite)) {
      const [whole, opener, other, figure, noun] = match as unknown as [string, string, string | undefined, string, string | undefined];
      const start = match.index + whole.toLowerCase().indexOf(figure.toLowerCase(), opener.length);
      const end = match.index + whole.length;
      // “… of NATO’s 30 members” is read from the body’s name.
      const bare = opener.toLowerCase() === 'of' ? /\d|one|several|some|most|half|none|all|each|majority|two-thirds\s*$/i.test(prose.slice(Math.max(0, match.index - 20), match.index)) : true;
      if (!bare) continue;
      const place = this.ownerOf(start + figure.length, end, noun);
      if (!place) continue;
      const all = /^(?:all|each|every)/i.test(opener) || opener.toLowerCase() === 'of';
      const restricted = RESTRICTED.test(prose.slice(place.end, place.end + 20));
      const few = this.few(place.whose, number(figure));
      // “the other two allies”, “all three allies” are some that were named before.
      if ((!all || place.loose) && (few || restricted)) continue;
      if (all && restricted && few) continue;
      this.add(start, figure, place.whose, { other: other !== undefined });
    }
  }

  /** The body that a number with its noun speaks of, and where the phrase ends. */
  private ownerOf(afterNumber: number, afterNoun: number, noun: string | undefined): { whose: Whose; end: number; loose?: true } | undefined {
    const { prose } = this.text;
    if (noun === undefined) {
      // “all 28 EU member states”: the body stands before the noun.
      const named = this.organizations.find(mention => mention.span.start >= afterNumber && /^\s+(?:of\s+(?:the\s+)?)?$/.test(prose.slice(afterNumber, mention.span.start)));
      if (!named || !this.index.bodies.has(named.organization)) return undefined;
      const rest = prose.slice(named.span.end, named.span.end + 60);
      const own = /^['’]s?\s/.test(rest) ? this.index.patterns.nouns.exec(rest.replace(/^['’]s?/, '')) : this.index.patterns.nouns.exec(rest);
      const whose = this.whoseIs(named);
      if (!own || !this.counts(whose, own[1]!)) return undefined;
      return { whose, end: named.span.end + own[0].length };
    }
    const of = /^\s+(?:of|in)\s+(?:the\s+)?/i.exec(prose.slice(afterNoun, afterNoun + 12));
    const named = of && this.organizations.find(mention => mention.span.start >= afterNoun + 2 && mention.span.start <= afterNoun + of[0].length && mention.span.end > afterNoun + of[0].length - 1);
    if (named && this.index.bodies.has(named.organization)) {
      const whose = this.whoseIs(named);
      return this.counts(whose, noun) ? { whose, end: named.span.end } : undefined;
    }
    const short = of && /^\p{L}+/u.exec(prose.slice(afterNoun + of[0].length));
    if (short && this.index.shorts.has(short[0].toLowerCase())) {
      return { whose: { shortForm: short[0].toLowerCase() }, end: afterNoun + of[0].length + short[0].length };
    }
    // A noun alone speaks of the body in question only if it is some body’s own word for its members.
    return this.index.byNoun.has(noun.toLowerCase()) && !of ? { whose: { shortForm: noun.toLowerCase() }, end: afterNoun, loose: true } : undefined;
  }

  /** “the 30-member alliance”, “the 193-nation United Nations”. */
  private compounds(): void {
    const { prose } = this.text;
    if (!/[-‑](?:member|nation|country|state|strong)/i.test(prose)) return;
    for (const match of prose.matchAll(this.index.patterns.compound)) {
      const end = match.index + match[0].length;
      const named = this.organizations.find(mention => mention.span.start >= end && /^\s+(?:the\s+)?$/.test(prose.slice(end, mention.span.start)));
      if (named) {
        if (this.index.bodies.has(named.organization)) this.add(match.index, match[1]!, this.whoseIs(named));
        continue;
      }
      const noun = /^\s+(?:(?:military|western|defence|defense|trade|security|regional)\s+)?(\p{L}+)/iu.exec(prose.slice(end, end + 40));
      if (noun && this.index.shorts.has(noun[1]!.toLowerCase())) this.add(match.index, match[1]!, { shortForm: noun[1]!.toLowerCase() });
    }
  }

  /** “became the alliance’s 31st member”. */
  private ordinals(): void {
    const { prose, has } = this.text;
    if ((has & (Has.ORDINAL | Has.DIGIT)) === 0) return;
    for (const match of prose.matchAll(this.index.patterns.ordinal)) {
      const start = match.index + match[0].lastIndexOf(match[1]!);
      const end = match.index + match[0].length;
      const near = this.organizations.find(mention => this.index.bodies.has(mention.organization)
        && (/^['’]s?\s+(?:newest\s+)?$/.test(prose.slice(mention.span.end, start)) || /^\s+of\s+(?:the\s+)?$/.test(prose.slice(end, mention.span.start))
          || (mention.span.start > match.index && mention.span.end <= start)));
      const short = /(?<![\w-])the\s+(\p{L}+)['’]s?\s+$/iu.exec(prose.slice(Math.max(0, start - 30), start));
      if (near) this.add(start, match[1]!, this.whoseIs(near), { ordinal: true });
      else if (short && this.index.shorts.has(short[1]!.toLowerCase())) this.add(start, match[1]!, { shortForm: short[1]!.toLowerCase() }, { ordinal: true });
    }
  }

  private whoseIs(mention: OrganizationMention): Whose {
    return mention.form === 'short' ? { organization: mention.organization, shortForm: mention.surface.toLowerCase().replace(/^the\s+/, '') } : { organization: mention.organization };
  }

  private candidates(whose: Whose): readonly Counted[] {
    if (whose.organization !== undefined) return [this.index.bodies.get(whose.organization)!];
    return [...(this.index.shorts.get(whose.shortForm!) ?? []), ...(this.index.byNoun.get(whose.shortForm!) ?? [])];
  }

  /** Whether the noun counts the body’s members. */
  private counts(whose: Whose, noun: string): boolean {
    const lower = noun.toLowerCase().replace(/\s+/g, ' ');
    return this.candidates(whose).some(counted => counted.nouns.has(lower));
  }

  private few(whose: Whose, count: number): boolean {
    const fewest = Math.min(...this.candidates(whose).map(counted => counted.least).filter(least => least > 0));
    return count < fewest * 0.6;
  }

  /** Some of the members, not their number: far fewer than there ever were, or held apart by what follows. */
  private isPart(whose: Whose, count: number, after: number): boolean {
    return this.few(whose, count) || RESTRICTED.test(this.text.prose.slice(after, after + 20));
  }

  private add(start: number, written: string, whose: Whose, extra: { other?: boolean; ordinal?: boolean } = {}): void {
    const span: Span = { start, end: start + written.length };
    const { block } = this.text;
    if (start < 0 || this.found.some(mention => overlaps(mention.span, span)) || (block.speaker && contains(block.speaker.span, span))) return;
    const count = number(written);
    if (!Number.isFinite(count)) return;
    this.found.push({
      span, count, ...whose, other: extra.other ?? false, ordinal: extra.ordinal ?? false,
      quoted: block.quoted || insideQuote(block.quotes, span),
    });
  }
}

/** 30, thirty, twenty-seven, 31st, thirty-first. */
function number(written: string): number {
  const text = written.toLowerCase();
  if (/^\d/.test(text)) return Number.parseInt(text, 10);
  const ordinal = ORDINALS.get(text);
  if (ordinal !== undefined) return ordinal;
  const [first, second] = text.split('-') as [string, string?];
  const one = (word: string): number => ORDINALS.get(word) ?? ONES.indexOf(word) + 1;
  const tens = TENS.get(first);
  if (tens === undefined) return one(first) || Number.NaN;
  return tens + (second === undefined ? 0 : one(second));
}
