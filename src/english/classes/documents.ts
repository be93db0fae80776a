import { wordClass } from '../word-class';

/** Kinds of instruments and meetings that a place alone gives no name to: “the Geneva talks” are many. Folded forms. */
export const INSTRUMENT_KINDS = wordClass('kind of instrument', 'Kinds of agreements in the glossary of the United Nations Treaty Collection, and of meetings that lead to them.',
  'agreement agreements accord accords declaration protocol convention treaty conference summit talks');

/** Words of a title that are written small and carry none of its content. Folded forms. */
export const TITLE_PARTICLES = wordClass('particle of a title', 'English title case.', 'of on the and in for to a with by');
