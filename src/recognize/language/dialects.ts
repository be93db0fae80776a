import { WordBits } from '../../english/per-word';
import { perGazetteer } from '../../english/phrases';
import type { Gazetteer } from '../../gazetteer/gazetteer';
import type { BlockText, DialectMention, OrganizationMention } from '../model';
import { insideQuote } from '../quotations/quoted';

/** Stems that differ, British first, with the endings that may follow. Words that either side also writes the other way are left out. */
const PAIRS: readonly (readonly [string, string, string])[] = [
  ...'neighb lab fav hon harb behavi rum arm hum endeav col vap sav parl rig'.split(' ').map((s): [string, string, string] => [`${s}our`, `${s}or`, 's|ed|ing|able|ably|hood|hoods|ly|ite|ites|less|er|ers|y']),
  ['labell', 'label', 'ed|ing'], ['travell', 'travel', 'ed|ing|er|ers'], ['cancell', 'cancel', 'ed|ing'], ['modell', 'model', 'ed|ing'], ['signall', 'signal', 'ed|ing'],
  ['channell', 'channel', 'ed|ing'], ['fuell', 'fuel', 'ed|ing'], ['levell', 'level', 'ed|ing'], ['counsell', 'counsel', 'ed|ing|or|ors'], ['marshall', 'marshal', 'ed|ing'],
  ['jewell', 'jewel', 'ery'], ['dialled', 'dialed', ''], ['quarrell', 'quarrel', 'ed|ing'], ['shovell', 'shovel', 'ed|ing'], ['tunnell', 'tunnel', 'ed|ing'],
  ['defence', 'defense', 's|less'], ['offence', 'offense', 's'], ['pretence', 'pretense', 's'],
  ['centre', 'center', 's|piece'], ['theatre', 'theater', 's'], ['metre', 'meter', 's'], ['kilometre', 'kilometer', 's'], ['litre', 'liter', 's'], ['fibre', 'fiber', 's'], ['calibre', 'caliber', 's'], ['spectre', 'specter', 's'], ['sabre', 'saber', 's'],
  ['centred', 'centered', ''], ['programme', 'program', 's'], ['analyse', 'analyze', 'd|s'], ['analysing', 'analyzing', ''], ['paralyse', 'paralyze', 'd|s'], ['catalogue', 'catalog', 's|d'],
  ['sceptic', 'skeptic', 's|al|ism|ally'], ['manoeuvre', 'maneuver', 's'], ['manoeuvring', 'maneuvering', ''], ['manoeuvred', 'maneuvered', ''], ['grey', 'gray', 's'], ['aluminium', 'aluminum', ''], ['ageing', 'aging', ''],
  ['fulfil', 'fulfill', 's|ment'], ['enrol', 'enroll', 's|ment'], ['skilful', 'skillful', 'ly'], ['plough', 'plow', 's|ed|ing'], ['mould', 'mold', 's|ed|ing'], ['moustache', 'mustache', 's'], ['tyre', 'tire', ''],
  ['artefact', 'artifact', 's'], ['acknowledgement', 'acknowledgment', 's'], ['cosy', 'cozy', ''], ['storey', 'story', ''], ['instalment', 'installment', 's'], ['wilful', 'willful', 'ly'],
];
/** Forms that one side uses with another meaning as well: no evidence for that side. */
const ALWAYS_SHARED = new Set(['meter', 'meters', 'tire', 'story', 'mold', 'molds', 'molded', 'molding', 'rigor', 'rigors', 'armory', 'honorable', 'colly', 'saved', 'saving', 'savers', 'coler', 'humorous']);
const IZE = 'organ|recogn|emphas|priorit|final|author|mobil|demobil|normal|stabil|destabil|character|critic|summar|util|general|special|central|decentral|modern|penal|minim|maxim|legal|formal|neutral|global|liberal|national|privat|material|jeopard|apolog|sympath|scrutin|colon|symbol|galvan|terror|immun|item|categor|polar|radical|marginal|synchron|standard|subsid|weapon|tantal|victim|visual|hospital|equal|local|rational|industrial|capital|crystall|optim|hypothes|antagon|ostrac|patron';
const IZE_FORM = new RegExp(`^(re|de|un|dis|over|under)?(${IZE})i([sz])(e|es|ed|ing|er|ers|ation|ations|ational|able)$`);

const FORMS = formsOf();

function formsOf(): ReadonlyMap<string, { dialect: DialectMention['dialect']; other: string }> {
  const forms = new Map<string, { dialect: DialectMention['dialect']; other: string }>();
  for (const [british, american, endings] of PAIRS) {
    for (const ending of ['', ...endings.split('|')]) {
      const whole = ending !== '' || !/^(?:labell|travell|cancell|modell|signall|channell|fuell|levell|counsell|marshall|jewell|quarrell|shovell|tunnell)$/.test(british);
      if (!whole || ALWAYS_SHARED.has(american + ending)) continue;
      forms.set(british + ending, { dialect: 'british', other: american + ending });
      forms.set(american + ending, { dialect: 'american', other: british + ending });
    }
  }
  for (const british of ['favourite', 'favourites', 'neighbouring', 'honourable', 'colourful']) {
    const american = british.replace('our', 'or');
    forms.set(british, { dialect: 'british', other: american });
    forms.set(american, { dialect: 'american', other: british });
  }
  return forms;
}

const COMPUTING = /\b(?:computer|software|malicious|spyware|spreadsheet|antivirus|desktop)\s+$/i;

/** Spellings of one dialect in one block. Names keep their own: capitalised words inside a sentence, bodies, quotations. */
export function recognizeDialects(text: BlockText, organizations: readonly OrganizationMention[], gazetteer: Gazetteer): DialectMention[] {
  const { block, tokens } = text;
  const found: DialectMention[] = [];
  const telling = tellingIn(gazetteer);
  let body = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.allCaps || !telling.of(text.ids[i]!)) continue;
    for (const [part, at] of partsOf(token.text)) {
      const mention = read(part.toLowerCase());
      if (!mention) continue;
      const span = { start: token.start + at, end: token.start + at + part.length };
      if (token.end - token.start !== token.text.length) continue;
      while (body < organizations.length && organizations[body]!.span.end <= span.start) body++;
      const named = organizations[body] !== undefined && organizations[body]!.span.start <= span.start;
      // a program that a computer runs is spelled so in British English too
      if (/^programs?$/i.test(part) && COMPUTING.test(text.prose.slice(Math.max(0, span.start - 24), span.start))) continue;
      if (named || (token.capital && !token.sentenceStart)) continue;
      const other = /^\p{Lu}/u.test(part) ? mention.other[0]!.toUpperCase() + mention.other.slice(1) : mention.other;
      found.push({ span, dialect: mention.dialect, ize: mention.ize, other, quoted: block.quoted || insideQuote(block.quotes, span) });
    }
  }
  return found;
}

/** Whether a word, or a part of it, is spelt so in one dialect. */
const tellingIn = perGazetteer((gazetteer: Gazetteer) => new WordBits(gazetteer.vocabulary, word => ([...partsOf(word)].some(([part]) => read(part)) ? 1 : 0)));

function* partsOf(word: string): Iterable<readonly [string, number]> {
  let at = 0;
  for (const part of word.split('-')) {
    if (part.length >= 4) yield [part, at];
    at += part.length + 1;
  }
}

function read(word: string): { dialect: DialectMention['dialect']; other: string; ize: boolean } | undefined {
  const form = FORMS.get(word);
  if (form) return { ...form, ize: false };
  const ize = word.includes('is') || word.includes('iz') ? IZE_FORM.exec(word) : null;
  if (!ize) return undefined;
  const [, before = '', stem, letter, ending] = ize;
  const other = `${before}${stem}i${letter === 's' ? 'z' : 's'}${ending}`;
  return { dialect: letter === 's' ? 'british' : 'american', other, ize: true };
}
