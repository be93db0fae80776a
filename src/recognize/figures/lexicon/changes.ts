/** Verbs and nouns by which a number is said to become another. Source: verbs beside “from … to” in public briefings and budget reports. */
const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(word => word !== ''));

export const RISES = set(`
  rose risen rise rises rising grew grown grow grows growing increased increase increases increasing climbed climb climbs jumped jump surged surge swelled swell swollen
  expanded expand expands raised raise raises raising boosted boost boosts strengthened strengthens raises widened widen widens widening lengthened lengthens deepened soared soars soaring lifted lifts lift swells mounted rocketed`);
export const FALLS = set(`
  fell fallen falls fall falling dropped drop drops dropping declined decline declines decreased decrease decreases shrank shrunk shrink shrinks shrinking cut cuts cutting
  reduced reduce reduces reducing lowered lower lowers lowering slashed slash slashes trimmed trim trims plunged plunges dwindled dwindles slumps tumbles narrowed narrows narrowing shortened slid slumped tumbled sank sunk contracted thinned halving`);
/** With a number as object: “lost 27 seats, from 295 to 268”. */
export const GAINS = set('gained gains added adds');
export const LOSSES = set('lost loses shed sheds');
export const RATIOS: ReadonlyMap<string, number> = new Map([
  ['doubled', 2], ['doubling', 2], ['doubles', 2], ['tripled', 3], ['trebled', 3], ['tripling', 3], ['quadrupled', 4], ['halved', 0.5], ['halving', 0.5],
]);
/** A change told by its noun afterwards: “went from 93 to 84, a rise”. */
export const CHANGE_NOUNS: ReadonlyMap<string, 'rise' | 'fall'> = new Map([
  ...['rise', 'increase', 'growth', 'gain', 'jump'].map(word => [word, 'rise'] as const), ...['fall', 'drop', 'decline', 'decrease', 'cut', 'reduction'].map(word => [word, 'fall'] as const),
]);
/** Cheap look for any of them. */
export const MAYBE_CHANGE = /\b(?:(?:went|gone|go(?:es|ing)?|c[ao]m(?:e|es|ing)|mov(?:ed|es|ing)|edged|crept|ramped|scaled|brought) (?:up|down|from)\b|ro?se|risen|ris|lift|grew|grow|increas|climb|jump|surg|swell|swollen|expand|rais|boost|strengthen|widen|lengthen|deepen|soar|mount|rocket|fell|fall|drop|declin|decreas|shr[aiu]nk|cut|reduc|lower|slash|trimm|plung|dwindl|narrow|shorten|slid|slump|tumbl|s[au]nk|contract|thinn|gain|add|los[et]|shed|doubl|tripl|trebl|quadrupl|halv)/i;
