import { wordClass } from '../word-class';

/** Nouns that the names of bodies are built on. Folded forms. */
export const BODY_NOUNS = wordClass('body noun', 'Kinds of bodies in the Yearbook of International Organizations, and of national ones in lists of ministries and research institutes.',
  'academy agency alliance assembly association authority board bureau center centre chamber coalition college commission committee confederation conference congress council court department '
  + 'directorate federation forum foundation front fund group institute institution league ministry mission movement network office organisation organization panel parliament party secretariat service society tribunal union university');
