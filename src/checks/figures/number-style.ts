import type { Analysis } from '../../analysis/model';
import { shift, type Span } from '../../base/span';
import type { Block } from '../../document/model';
import { replace } from '../../findings/fixes';
import { MEASURE } from '../../recognize/figures/figure-words';
import { defineCheck, type Report, sight, sightOfText } from '../run/check';
import { quote, textOf } from '../wording/wording';

type Form = 'comma' | 'space' | 'k' | 'point' | 'm' | 'million';

interface Found {
  readonly form: Form;
  readonly span: Span;
  readonly quoted: boolean;
  readonly money: boolean;
}

/** Mixed separators, mixed forms of million, and small numbers against the house style. One finding each per document. */
export const numberStyle = defineCheck({
  id: 'number-style',
  group: 'figures',
  title: 'Numbers written in two ways',
  severity: 'hint',
  options: {},
  *run(analysis): Iterable<Report> {
    const { profile } = analysis;
    const [money, others] = [true, false].map(wanted => analysis.seen(numbersIn).filter(found => found.money === wanted)) as [Found[], Found[]];
    const isMillion = ({ form }: Found): boolean => form === 'm' || form === 'million';
    const fixed = profile.separator === 'comma' ? 'comma' : profile.separator === 'thin-space' ? 'space' : undefined;
    for (const [list, house] of [[others.filter(f => !isMillion(f)), fixed], [others.filter(isMillion), undefined], [money, undefined]] as const) {
      const report = mixture(analysis, list, house);
      if (report) yield report;
    }
    if (profile.spellBelow === undefined) return;
    const [small] = analysis.seen(againstHouse);
    if (small) yield small;
  },
});

/** A number of each block that is not spelled, or not in digits, as the house has it. */
const againstHouse = sight(function* ({ profile: { spellBelow: below } }, block) {
  if (isLeftOut(block) || below === undefined) return;
  const report = smallNumber(block, below) ?? spelledNumber(block, below);
  if (report) yield report;
});

/** Numbers of the text, in any of the forms that are told apart. */
const numbersIn = sightOfText(function* (block) {
  if (isLeftOut(block) || !/\d/.test(block.prose)) return;
  for (const found of formsIn(block)) yield { ...found, span: shift(found.span, block.span.start) };
});

function isLeftOut(block: Block): boolean {
  return block.section.kind === 'sources' || block.kind === 'alt';
}

const NUMBER = new RegExp(
  '(?<![\\p{L}\\p{N}.,/:$€£¥#-])(?:' +
  '(\\d{1,3}(?:,\\d{3})+)(?![\\d,]*\\d|\\.\\d{3})' +
  '|(\\d{1,3}(?: \\d{3}){1,5})(?![\\d]| ?\\d|[.,/:-]\\d)' +
  '|(\\d+(?:\\.\\d+)?)k(?![\\p{L}\\p{N}])(?= ?[-\\p{L}]|[.,;:)]?(?:\\s|$))(?! (?:for|runs?|races?|running|walks?|cameras?|videos?|screens?|displays?|resolution)\\b)' +
  // “12.500 refugees”: three decimals of things that are counted, not measured, are thousands
  '|(\\d{1,3}(?:\\.\\d{3}){2,}|\\d{1,3}\\.000|[1-9]\\d{0,2}\\.\\d{2}0(?= (?:\\p{Ll}+ )?(?:people|troops|men|women|children|\\p{Ll}{2,}(?:ers|ists|ians|ees|iers|ans|nts|els|ors))\\b))(?!\\d|[.,]\\d|%| (?:million|billion|bn|m)\\b| \\p{L}+ per\\b)' +
  '|(\\d+(?:\\.\\d+)? ?(?:m|mn))(?= (?!wide|long|high|tall|deep|away|from|above|below|apart|north|south|east|west|race|sprint|to\\b|of\\b)\\p{L})' +
  '|(\\d+(?:\\.\\d+)? million)\\b' +
  ')', 'gu');
const FORMS: readonly Form[] = ['comma', 'space', 'k', 'point', 'm', 'million'];

function formsIn(block: Block): Found[] {
  const found: Found[] = [];
  for (const match of block.prose.matchAll(NUMBER)) {
    const form = FORMS[match.slice(1).findIndex(g => g !== undefined)]!;
    const span = { start: match.index, end: match.index + match[0].length };
    const before = block.prose.slice(Math.max(0, match.index - 12), match.index);
    // Dates, telephone and document numbers are no quantities
    if (form === 'space' && /(?:\b(?:January|February|March|April|May|June|July|August|September|October|November|December|No\.?|tel\.?|Tel\.?|Article|Resolution)|\+\d*|[$€£¥] ?|\b\d+) $/u.test(before)) continue;
    // A picture in 4k, a race of 10k: with no noun after it, only what no such measure is
    if (form === 'k' && /^(?:[458]|10)k(?! ?[-\p{L}])/u.test(block.prose.slice(match.index, match.index + 5))) continue;
    if ((form === 'm' || form === 'million') && CURRENCY_AFTER.test(block.prose.slice(span.end, span.end + 24))) continue;
    if (/[$€£¥] ?$|\b(?:USD|EUR|GBP) $/.test(before)) continue;
    const inside = block.quoted || block.quotes.some(q => q.start <= match.index && match.index < q.end);
    found.push({ form, span, quoted: inside, money: false });
  }
  for (const match of block.prose.matchAll(MONEY)) {
    const sum = match[1] ?? match[2]!;
    const start = match.index + match[0].length - sum.length;
    found.push({
      form: /[a-z]{3}/i.test(sum) ? 'million' : 'm',
      span: { start, end: start + sum.length },
      quoted: block.quoted || block.quotes.some(q => q.start <= start && start < q.end),
      money: true,
    });
  }
  return found;
}

/** Sums of money in millions and billions: houses write them otherwise than people (“£1.5m”, “1.5 million people”), so each has its own count. */
const CURRENCY = '(?:euros?|dollars?|pounds|yuan|roubles|rubles|rupees|yen|won|francs|riyals|dirhams|shekels|lira|zlotys?|hryvnias?|rand|reais|pesos|kronor|kroner|naira|dinars|USD|EUR|GBP)\\b';
const CURRENCY_AFTER = new RegExp(`^ (?:(?:US|Australian|Canadian|Hong Kong|Taiwan) )?${CURRENCY}`, 'u');
const MONEY = new RegExp(
  '(?:[$€£¥] ?|\\b(?:USD|EUR|GBP) )(\\d+(?:[.,]\\d+)? ?(?:m|mn|bn|million|billion))(?![\\p{L}\\p{N}])' +
  `|(?<![\\p{L}\\p{N}.,$€£¥-])(?<!(?:USD|EUR|GBP) )(\\d+(?:[.,]\\d+)? ?(?:m|mn|bn|million|billion))(?= (?:(?:US|Australian|Canadian|Hong Kong|Taiwan) )?${CURRENCY})`, 'gu');

function mixture(analysis: Analysis, found: readonly Found[], house: Form | undefined): Report | undefined {
  const counts = new Map<Form, number>();
  for (const f of found) counts.set(f.form, (counts.get(f.form) ?? 0) + 1);
  if (found.length === 0 || (counts.size < 2 && !(house && !counts.has(house)))) return undefined;
  let usual = house;
  if (!usual) for (const [form, count] of counts) if (usual === undefined || count > counts.get(usual)!) usual = form;
  const odd = found.find(f => f.form !== usual && !f.quoted);
  const sample = found.find(f => f.form === usual);
  if (!odd || !usual) return undefined;
  const written = textOf(analysis, odd.span);
  const text = rewrite(analysis.document.addresses.slice(odd.span.start, odd.span.end), odd.form, usual, sample && textOf(analysis, sample.span));
  const clear = house !== undefined || counts.get(usual)! >= 2 * (found.length - counts.get(usual)!);
  const separators = (odd.form === 'comma' || odd.form === 'space' || odd.form === 'point') && (usual === 'comma' || usual === 'space');
  return {
    span: odd.span,
    message: sample
      ? `This document writes ${quote(textOf(analysis, sample.span))}; here ${quote(written)}.`
      : `The house style writes ${quote(text ?? written)}; here ${quote(written)}.`,
    related: sample ? [{ span: sample.span, message: 'The usual form.' }] : [],
    fixes: text === undefined ? [] : [replace(`Change to ${quote(text)}`, odd.span, text, { safe: separators && clear && house !== undefined })],
  };
}

/** The same number in the other form; `undefined` where digits do not suffice to write it. */
function rewrite(written: string, from: Form, to: Form, sample: string | undefined): string | undefined {
  if (from === 'm' || from === 'million') {
    const digits = /^[\d.,]+/.exec(written)![0];
    const billions = /b/.test(written);
    if (to === 'million') return `${digits} ${billions ? 'billion' : 'million'}`;
    if (to !== 'm') return undefined;
    const abbreviated = /( ?)(mn?|bn)$/.exec(sample ?? '');
    const gap = abbreviated?.[1] ?? '';
    return digits + gap + (billions ? 'bn' : abbreviated?.[2] === 'mn' ? 'mn' : 'm');
  }
  const value = from === 'k' ? Number(written.slice(0, -1)) * 1000 : Number(written.replace(/[^\d]/g, ''));
  if (!Number.isSafeInteger(Math.round(value))) return undefined;
  const plain = String(Math.round(value));
  if (to === 'k') return value % 1000 === 0 ? `${value / 1000}k` : undefined;
  if (to === 'm' || to === 'million') return undefined;
  const separator = to === 'comma' ? ',' : to === 'point' ? '.' : '\u202f';
  return plain.replace(/\B(?=(\d{3})+$)/g, separator);
}

const WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SMALL = /(?<![\p{L}\p{N}.,/:$€£¥#§%–—-]|[$€£¥#§] )(\d{1,2})(?![\p{L}\p{N}%/:–—°-]|[.,]\d) (\p{Ll}[\p{Ll}-]{2,})/gu;
const LABEL = /(?:\b(?:No|Nos|Section|section|Article|article|Chapter|chapter|Page|page|Figure|Table|Annex|Part|Phase|Protocol|Resolution|paragraph|para|Group|Day|Level|level|aged|age|of|to|than|Block|Option|Line|line|item|Item|January|February|March|April|May|June|July|August|September|October|November|December)\.?|[\d,]) $/;

/** A small number in digits where the house style spells it. */
function smallNumber(block: Block, below: number): Report | undefined {
  if (block.kind === 'cell' || block.kind === 'heading' || block.quoted) return undefined;
  for (const match of block.prose.matchAll(SMALL)) {
    const value = Number(match[1]);
    if (value < 1 || value >= below || MEASURE.has(match[2]!) || /^(?:million|billion|thousand|hundred|and|to|or|in|of|by|at|for|percentage)$/.test(match[2]!)) continue;
    if (LABEL.test(block.prose.slice(Math.max(0, match.index - 14), match.index)) || block.quotes.some(q => q.start <= match.index && match.index < q.end)) continue;
    if (value !== 1 && !/s$|men$|women$|people$|children$/.test(match[2]!)) continue;
    const span = shift({ start: match.index, end: match.index + match[1]!.length }, block.span.start);
    const start = block.sentences.some(s => s.start === match.index) || match.index === 0;
    const word = WORDS[value];
    const text = word === undefined ? undefined : start ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    return {
      span,
      message: `The house style spells numbers below ${below}; here ${quote(match[1]!)}.`,
      fixes: text === undefined ? [] : [replace(`Change to ${quote(text)}`, span, text)],
    };
  }
  return undefined;
}

const SPELLED = new Map<string, number>('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ').map((w, i) => [w, i + 10]));
const SPELLED_OUT = new RegExp(`(?<![\\p{L}\\p{N}-])(${[...SPELLED.keys()].join('|')}) (\\p{Ll}[\\p{Ll}-]*(?:s|men|women|people|children))(?![\\p{L}-])`, 'gu');

/** A number in words where the house style writes digits: not at the start of a sentence, nor beside other numbers in words. */
function spelledNumber(block: Block, below: number): Report | undefined {
  if (block.kind === 'cell' || block.kind === 'heading' || block.quoted) return undefined;
  for (const match of block.prose.matchAll(SPELLED_OUT)) {
    const value = SPELLED.get(match[1]!)!;
    const before = block.prose.slice(Math.max(0, match.index - 30), match.index);
    if (value < below || /^(?:hundreds|thousands|millions|times|commandments|apostles|disciples)$/.test(match[2]!)) continue;
    if (!/[\p{L}\p{N},)] $/u.test(before) || /\b(?:and|or|to|from|than|hundred|of|top|number|about|some|between|nine|eight|seven|nearly) $/.test(before)) continue;
    if (block.sentences.some(s => s.start === match.index) || block.quotes.some(q => q.start <= match.index && match.index < q.end)) continue;
    const span = shift({ start: match.index, end: match.index + match[1]!.length }, block.span.start);
    return {
      span,
      message: `The house style writes numbers from ${below} in digits; here ${quote(match[1]!)}.`,
      fixes: [replace(`Change to ${quote(String(value))}`, span, String(value))],
    };
  }
  return undefined;
}
