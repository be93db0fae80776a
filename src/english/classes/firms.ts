import { wordClass } from '../word-class';

/** What makes a longer name of the acronym before it: OTP Bank is no prosecutor's office. Folded forms. */
export const FIRM_NOUNS = wordClass('firm noun', 'English, with the legal forms of the EU, the UK and the US.',
  'bank holding holdings airlines airways telecom motors insurance pharma hotels stadium arena corp corporation ltd limited inc plc ag gmbh');
