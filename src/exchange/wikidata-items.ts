import { tidy } from './plain';
import type { Draftable } from './plain';

/** ISO 3166-1 alpha-2 codes of sovereign states by their Wikidata item, as far as they are listed here (P297 of the item). */
const LIST = `Q16 CA, Q17 JP, Q20 NO, Q27 IE, Q28 HU, Q29 ES, Q30 US, Q31 BE, Q32 LU, Q33 FI, Q34 SE, Q35 DK, Q36 PL, Q37 LT, Q38 IT,
Q39 CH, Q40 AT, Q41 GR, Q43 TR, Q45 PT, Q55 NL, Q77 UY, Q79 EG, Q96 MX, Q114 KE, Q115 ET, Q117 GH, Q142 FR, Q145 GB, Q148 CN, Q155 BR,
Q159 RU, Q183 DE, Q184 BY, Q189 IS, Q191 EE, Q211 LV, Q212 UA, Q213 CZ, Q214 SK, Q215 SI, Q217 MD, Q218 RO, Q219 BG, Q221 MK, Q222 AL,
Q224 HR, Q225 BA, Q227 AZ, Q228 AD, Q229 CY, Q230 GE, Q232 KZ, Q233 MT, Q235 MC, Q236 ME, Q241 CU, Q252 ID, Q258 ZA, Q262 DZ, Q265 UZ,
Q298 CL, Q334 SG, Q347 LI, Q398 BH, Q399 AM, Q403 RS, Q408 AU, Q414 AR, Q419 PE, Q423 KP, Q424 KH, Q574 TL, Q664 NZ, Q668 IN, Q711 MN,
Q717 VE, Q733 PY, Q736 EC, Q739 CO, Q750 BO, Q794 IR, Q796 IQ, Q801 IL, Q804 PA, Q805 YE, Q810 JO, Q813 KG, Q817 KW, Q819 LA, Q822 LB,
Q826 MV, Q833 MY, Q836 MM, Q837 NP, Q842 OM, Q843 PK, Q846 QA, Q851 SA, Q854 LK, Q858 SY, Q863 TJ, Q865 TW, Q869 TH, Q874 TM, Q878 AE,
Q881 VN, Q884 KR, Q889 AF, Q902 BD, Q912 ML, Q916 AO, Q917 BT, Q924 TZ, Q928 PH, Q948 TN, Q953 ZM, Q954 ZW, Q965 BF, Q986 ER, Q1008 CI,
Q1009 CM, Q1016 LY, Q1020 MW, Q1027 MU, Q1028 MA, Q1029 MZ, Q1032 NE, Q1033 NG, Q1036 UG, Q1037 RW, Q1041 SN, Q1045 SO, Q1049 SD,
Q657 TD, Q958 SS, Q29999 NL, Q756617 DK, Q219060 PS, Q1246 XK`;

export const STATES: ReadonlyMap<string, string> = new Map(LIST.split(/,\s+/).map(pair => pair.split(' ') as [string, string]));

export const MALE = 'Q6581097';
export const FEMALE = 'Q6581072';

/** The record of the source that an item of Wikidata is. */
export function wikidataSource(qid: string, label: string, date?: string): { key: string; wanted: string; fields: Draftable } {
  return {
    key: `https://www.wikidata.org/wiki/${qid}`, wanted: `wikidata-${qid.toLowerCase()}`,
    fields: tidy({ title: `${label} (${qid})`, publisher: 'Wikidata', date, url: `https://www.wikidata.org/wiki/${qid}` }),
  };
}
