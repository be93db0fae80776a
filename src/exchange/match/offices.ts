/** Offices as tables call them, tied to the kinds of the gazetteer’s posts. */
import { fold } from '../../base/fold';

const KINDS: readonly (readonly [string, RegExp])[] = [
  ['head-of-state', /^(?:king|queen|monarch|emperor|emir|sultan|grand duke|sovereign|(?:federal |executive |state )?president(?: of (?:the (?:republic|confederation|swiss confederation|russian federation|islamic republic)|[a-z ]{3,30}))?)$/],
  ['head-of-government', /^(?:prime minister(?: of .{3,40})?|premier(?: of the state council)?|(?:federal )?chancellor|taoiseach|(?:president|chair) of the (?:government|council of ministers|cabinet of ministers)(?: prime minister)?|minister of state of monaco)$/],
  ['foreign-minister', /^(?:(?:federal )?minister|secretary(?: of state)?|cabinet secretary) (?:of|for) (?:(?:european and|european|external and) )?foreign\b(?! trade)|^secretary of state$|^minister (?:of|for) external (?:affairs|relations)|^foreign (?:minister|secretary)$|^minister (?:of|for) europe and foreign/],
  ['interior-minister', /^(?:federal )?(?:minister|secretary of state) (?:of|for) (?:the )?(?:interior|internal affairs|home affairs)(?: affairs| and administration)?$|^home secretary$|^interior minister$/],
  ['defence-minister', /^(?:federal )?(?:minister|secretary|secretary of state) (?:of|for) (?:national |the )?(?:armed forces|security forces|defence)(?: and .*)?$|^defence (?:minister|secretary)$|^minister delegate at the presidency in charge of (?:national )?defence$/],
  ['finance-minister', /^(?:federal )?(?:minister|secretary) (?:of|for) (?:the )?(?:finance|finances|treasury)$|^finance minister$|^chancellor of the exchequer$|^secretary of the treasury$/],
];
const SPELLINGS: Readonly<Record<string, string>> = { defense: 'defence', minister: 'minister', chairman: 'chair', chairwoman: 'chair', chairperson: 'chair', 'vice-president': 'vice president' };
const JUNIOR = /\b(?:deputy|vice|assistant|under|undersecretary|parliamentary|shadow|associate|junior|spokesperson|adviser|first|second|former|minister of state(?! of monaco))\b/;

export function foldOffice(title: string): string {
  return fold(title).replace(/[^\p{L}\p{N}-]+/gu, ' ').trim().split(' ').map(word => SPELLINGS[word] ?? word).join(' ').replace(/^acting /, '').replace(/^(?:(?:first|second|third) )?(?:deputy|vice) (?:prime minister|premier) and /, '')
    .replace(/^president of the council of ministers$/, 'prime minister');
}

/** The kind of post that a title names without its state; none for deputies and for what is no main office. */
export function kindOfOffice(title: string): string | undefined {
  const folded = foldOffice(title);
  if (JUNIOR.test(folded)) return undefined;
  return KINDS.find(([, pattern]) => pattern.test(folded))?.[0];
}
