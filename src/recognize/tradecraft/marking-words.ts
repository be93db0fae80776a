import type { MarkingMention, MarkingScheme } from '../model';

type Levels = MarkingMention['levels'];

/** Levels by scheme, lowest first (TLP 2.0; UK GSCP of August 2024; NATO; US EO 13526; spec 1.1). */
export const LEVELS: Readonly<Record<MarkingScheme, readonly string[]>> = {
  tlp: ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'],
  uk: ['OFFICIAL', 'OFFICIAL-SENSITIVE', 'SECRET', 'TOP SECRET'],
  nato: ['NATO UNCLASSIFIED', 'NATO RESTRICTED', 'NATO CONFIDENTIAL', 'NATO SECRET', 'COSMIC TOP SECRET'],
  us: ['UNCLASSIFIED', 'CONFIDENTIAL', 'SECRET', 'TOP SECRET'],
};

const SCHEMES: readonly MarkingScheme[] = ['tlp', 'uk', 'nato', 'us'];

/** Controlled unclassified information is unclassified: no level above it. */
const UNCLASSIFIED_KINDS = new Set(['CUI', 'SBU', 'FOUO', 'SENSITIVE BUT UNCLASSIFIED', 'FOR OFFICIAL USE ONLY', 'CONTROLLED UNCLASSIFIED INFORMATION', 'CONTROLLED', 'LIMITED OFFICIAL USE']);

const PORTIONS: ReadonlyMap<string, Levels> = new Map<string, Levels>([
  ['U', { us: 0 }], ['CUI', { us: 0 }], ['SBU', { us: 0 }], ['FOUO', { us: 0 }], ['U//FOUO', { us: 0 }],
  ['C', { us: 1 }], ['S', { us: 2, uk: 2 }], ['TS', { us: 3, uk: 3 }], ['O', { uk: 0 }], ['OS', { uk: 1 }], ['O-S', { uk: 1 }],
  ['NU', { nato: 0 }], ['NR', { nato: 1 }], ['NC', { nato: 2 }], ['NS', { nato: 3 }], ['CTS', { nato: 4 }],
]);

export const PORTION_CODES = 'TS|CTS|CUI|SBU|FOUO|NU|NR|NC|NS|O-S|OS|U|C|S|O';

/** The level that a marking names, by scheme; caveats after it (`//NOFORN`, `REL TO`) do not count. Empty for no marking. */
export function levelsOf(marking: string): Levels {
  const text = marking.trim().replace(/\s+/g, ' ');
  const head = text.replace(/\s*\/\/?.*$/, '').replace(/^UK (?=OFFICIAL|SECRET|TOP)/, '').replace(/ ?(?:[-–—,:]|REL(?:EASABLE)? TO|UK EYES ONLY|NOFORN|EYES ONLY)(?: .*)?$/, '').trim();
  const name = head.replace(/^(OFFICIAL) ?[-–: ] ?(SENSITIVE)\b.*$/, '$1-$2').replace(/^OFFICIAL-SENSITIVE .*$/, 'OFFICIAL-SENSITIVE');
  const whole = text.replace(/^(OFFICIAL) ?[-–: ] ?(SENSITIVE)\b.*$/, '$1-$2');
  const levels: { [scheme in MarkingScheme]?: number } = {};
  for (const scheme of SCHEMES) {
    const at = Math.max(LEVELS[scheme].indexOf(name), LEVELS[scheme].indexOf(whole));
    if (at >= 0) levels[scheme] = at;
  }
  if (UNCLASSIFIED_KINDS.has(name)) levels.us = 0;
  return levels;
}

export function portionLevels(code: string): Levels {
  return PORTIONS.get(code) ?? {};
}

/** The scheme that a classification value belongs to by its words (spec 6.1, `marking-scheme`). */
export function schemeOf(classification: string): MarkingScheme | undefined {
  const text = classification.trim().toUpperCase();
  if (text.startsWith('TLP')) return 'tlp';
  if (text.startsWith('NATO') || text.startsWith('COSMIC')) return 'nato';
  if (text.startsWith('OFFICIAL') || text.startsWith('UK ')) return 'uk';
  if (/^(?:UNCLASSIFIED|CONFIDENTIAL|CUI|SBU)/.test(text) || /\/\//.test(text)) return 'us';
  return undefined;
}
