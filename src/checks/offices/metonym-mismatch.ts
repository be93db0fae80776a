import type { Analysis, Placed, ResolvedName } from '../../analysis/model';
import { append } from '../../base/append';
import { mainOffice } from '../../analysis/who/references';
import { officesOf } from '../../analysis/records/offices';
import type { Block } from '../../document/model';
import { replace } from '../../findings/fixes';
import type { Metonym } from '../../gazetteer/model';
import { METONYMS_OF } from '../../gazetteer/tables/places';
import type { MetonymMention } from '../../recognize/model';
import { defineCheck, type Report } from '../run/check';
import { quote, textOf } from '../wording/wording';

const REPRESENTED = /^\s+(?:(?:will|would|is|was|to|has|been|be|set|due)\s+){0,4}represented (?:[^.;:,]{0,60}? )?by\b/i;

const TEAM = '(?:delegation|team|side|negotiators|negotiating team|representation)';
/** “the Kremlin’s delegation in Geneva was led by”. */
const TEAM_LED = new RegExp(`^(?:['’]s)?\\s+(?:\\p{Ll}+\\s+)?${TEAM}(?![\\p{L}-])[^.;:,()]{0,50}?\\s(?:led|headed|chaired)\\s+by\\b`, 'u');
/** The name, then “leads the” and the metonym with its team. */
const LEADS = /^(?:,[^.;:,()]{2,60},)?\s+(?:(?:will|would|is to|was to|has|had)\s+)?(?:leads?|led|heads?|headed|leading|heading)\s+$/i;
const ITS_TEAM = new RegExp(`^(?:['’]s)?\\s+(?:\\p{Ll}+\\s+)?${TEAM}(?![\\p{L}-])`, 'u');

/** A metonym for one institution given an actor of another (“the Kremlin” represented by a foreign-ministry official). */
export const metonymMismatch = defineCheck({
  id: 'metonym-mismatch',
  group: 'offices',
  title: 'Seat of power with another body’s official',
  severity: 'hint',
  look: 'block',
  options: {},
  *run(analysis: Analysis): Iterable<Report> {
    if (analysis.profile.press) return;
    const byBlock = new Map<Block, ResolvedName[]>();
    for (const name of analysis.names) if (name.person) append(byBlock, name.block, name);
    for (const mention of analysis.metonyms) {
      const metonym = analysis.gazetteer.metonym(mention.mention.metonym);
      if (!metonym || metonym.kind !== 'seat' || mention.mention.literal || mention.quoted) continue;
      const actor = actorOf(analysis, mention, byBlock.get(mention.block) ?? []);
      if (actor && stranger(analysis, actor, metonym)) yield report(analysis, mention, metonym, actor);
    }
  },
});

/** The official whom the text gives to the metonym: by possessive, by “represented by”, or at the head of its delegation. */
function actorOf(analysis: Analysis, mention: Placed<MetonymMention>, names: readonly ResolvedName[]): ResolvedName | undefined {
  const at = analysis.blockOf(mention).span.start;
  const owned = names.find(n => n.mention.owner?.kind === 'metonym' && n.mention.owner.span.start + at === mention.span.start);
  if (owned) return owned;
  const prose = analysis.blockOf(mention).prose;
  const { start, end } = mention.mention.span;
  const after = prose.slice(end, end + 110);
  const verb = REPRESENTED.exec(after) ?? TEAM_LED.exec(after);
  if (!verb) return ITS_TEAM.test(after) ? names.find(n => n.mention.span.end < start && LEADS.test(prose.slice(n.mention.span.end, start))) : undefined;
  const from = end + verb[0].length;
  const next = names.find(n => n.mention.span.start >= from);
  return next && next.mention.span.start - from < 80 ? next : undefined;
}

/** None of the person's offices on the date belongs to what the metonym stands for. */
function stranger(analysis: Analysis, actor: ResolvedName, metonym: Metonym): boolean {
  const offices = officesOf(actor.person!, analysis.gazetteer, actor.on);
  if (offices.length === 0) return false;
  return offices.every(o => !analysis.gazetteer.lineage(o.post.organization).some(body => metonym.refers_to.includes(body.id)));
}

function report(analysis: Analysis, mention: Placed<MetonymMention>, metonym: Metonym, actor: ResolvedName): Report {
  const { gazetteer } = analysis;
  const office = mainOffice(actor.person!, gazetteer, actor.on) ?? officesOf(actor.person!, gazetteer, actor.on)[0];
  const body = office && gazetteer.organization(office.post.organization);
  const meant = gazetteer.organization(metonym.refers_to[0] ?? '');
  const state = gazetteer.state(metonym.state ?? '');
  const others = metonym.state === undefined ? [] : gazetteer.table(METONYMS_OF).exact([metonym.state]);
  const capital = others.map(({ id }) => gazetteer.metonym(id)!).find(m => m.kind === 'capital')?.labels[0];
  const common = body?.other_names.find(n => n.kind === 'common' && !n.lang)?.name ?? body?.name;
  const written = textOf(analysis, mention.span);
  const surname = actor.person!.family_name ?? actor.person!.name;
  const article = /^the /i.test(written);
  const starts = /^[A-Z]/.test(written) && article;
  const ministry = common ? `${article ? (starts ? 'The ' : 'the ') : ''}${common}` : undefined;
  return {
    span: mention.span,
    message: `${surname} is an official of the ${body?.name ?? 'government'}; ${quote(written)} stands for the ${meant?.name ?? 'presidency'}.`,
    fixes: [state?.name, capital, ministry].filter((t): t is string => t !== undefined).map(t => replace(`Change to ${quote(t)}`, mention.span, t)),
  };
}
