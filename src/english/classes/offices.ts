import { wordClass } from '../word-class';

/** Offices and titles. Folded forms (`base/fold`). */

/** Nouns that head a title, known post or not. */
export const TITLE_HEADS = wordClass('title head', 'Nouns of posts in state and diplomatic lists (CIA World Factbook, protocol lists of foreign ministries).', `
  president minister secretary chancellor premier ambassador envoy representative spokesperson commissioner director commander
  chair speaker governor senator congressman congresswoman mayor attorney administrator adviser deputy chief head leader king
  queen prince princess emir sultan pope negotiator coordinator counsellor counselor consul attache inspector judge
  justice delegate undersecretary comptroller general treasurer prosecutor vice lady gentleman councillor`);

/** Words that describe a person and claim no post (spec `office-wrong`, descriptiveRoles). */
export const DESCRIPTIVE = wordClass('descriptive role', 'Roles that news prose gives people; spec `office-wrong`, descriptiveRoles.', `
  negotiator envoy chief aide official diplomat leader counterpart colleague analyst journalist reporter correspondent professor
  lawyer author economist politician lawmaker legislator oligarch businessman candidate critic activist photographer expert
  researcher veteran guest host head deputy ambassador minister secretary representative spokesperson adviser commander director
  senator governor commissioner member officer strongman`);

/** Titles of one word that are forms of address: American usage keeps them after the office. */
export const ADDRESS = wordClass('form of address', 'American usage: offices that stay forms of address.', `
  ambassador secretary minister senator governor representative congressman congresswoman director commissioner chair deputy
  administrator commander speaker leader mayor envoy spokesperson chief head justice judge delegate general`);

/** Words before a title head that belong to the title. */
export const TITLE_MODIFIERS = wordClass('title modifier', 'As `TITLE_HEADS`.', `
  deputy vice first second senior assistant associate under junior chief prime foreign defence interior finance trade energy
  justice health economy home internal external state special permanent presidential national security press military general
  principal high executive secretary parliamentary political crown supreme allied regional federal private personal top lead
  cabinet embassy government ministry environment culture education transport agriculture labour labor intelligence opposition
  party spokesperson attorney`);

export type QualifierKind = 'former' | 'acting' | 'interim' | 'then' | 'incoming' | 'outgoing' | 'designate' | 'elect';

/** Words that say that an office is no longer, not yet, or not fully held. */
export const QUALIFIERS = wordClass<QualifierKind>('qualifier', 'English, as press and protocol write it.', [
  ['former', 'former'], ['ex', 'former'], ['onetime', 'former'], ['past', 'former'], ['late', 'former'], ['previous', 'former'], ['retired', 'former'], ['deposed', 'former'], ['ousted', 'former'], ['toppled', 'former'], ['overthrown', 'former'],
  ['acting', 'acting'], ['interim', 'interim'], ['then', 'then'], ['incoming', 'incoming'], ['outgoing', 'outgoing'], ['departing', 'outgoing'],
  ['designate', 'designate'], ['elect', 'elect'], ['newly', 'incoming'], ['future', 'incoming'], ['caretaker', 'interim'], ['transitional', 'interim'], ['provisional', 'interim'],
]);

/** Spellings of one title word that count as one when titles are recognised. */
export const TITLE_WORDS = wordClass<string>('title word', 'British and American spellings, gendered and abbreviated forms.', [
  ['defense', 'defence'], ['advisor', 'adviser'], ['spokesman', 'spokesperson'], ['spokeswoman', 'spokesperson'], ['for', 'of'],
  ['chairman', 'chair'], ['chairwoman', 'chair'], ['chairperson', 'chair'], ['sec', 'secretary'], ['pm', 'prime minister'], ['fm', 'foreign minister'],
  ['min', 'minister'], ['amb', 'ambassador'], ['gen', 'general'], ['dep', 'deputy'], ['organisation', 'organization'], ['labor', 'labour'],
  ['pres', 'president'], ['rep', 'representative'], ['gov', 'governor'], ['sen', 'senator'], ['vp', 'vice president'], ['sg', 'secretary general'],
]);
