/**
 * The number of the last resolution that the Security Council adopted in each year, 1946 to 2024: public facts, as in the
 * Council's yearly volumes “Resolutions and Decisions” (S/INF/-). For 2025 only the last one known is given: 2810, of
 * December 2025 (Emirates News Agency, 30 December 2025); what comes after it is not judged. The counts of 2022 (54) and
 * 2023 (50) are those of the Council's own Highlights of Practice.
 */
const LAST: readonly number[] = [
  15, 37, 66, 78, 89, 96, 98, 103, 104, 110, 121, 126, 131, 132, 160, 170, 177, 185, 199, 219, 232, 244, 262, 275, 291, 307, 324, 344, 366, 384,
  402, 422, 443, 461, 484, 499, 529, 545, 559, 580, 593, 606, 626, 646, 683, 725, 799, 892, 969, 1035, 1092, 1146, 1219, 1284, 1334, 1386, 1454,
  1521, 1580, 1651, 1738, 1794, 1859, 1907, 1966, 2032, 2085, 2132, 2195, 2259, 2336, 2397, 2451, 2503, 2560, 2617, 2671, 2721, 2767, 2810,
];
const FIRST_YEAR = 1946;

/** The year in which a resolution of the Security Council was adopted; `undefined` for numbers that are not known. */
export function councilYear(number: number): number | undefined {
  if (number < 1) return undefined;
  const at = LAST.findIndex(last => number <= last);
  return at < 0 ? undefined : FIRST_YEAR + at;
}

/** The two years of a session of the General Assembly: the 75th opened in September 2020. */
export function assemblyYears(session: number): readonly [number, number] | undefined {
  return session < 1 || session > 200 ? undefined : [1945 + session, 1946 + session];
}

