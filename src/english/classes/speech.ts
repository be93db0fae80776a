import { wordClass } from '../word-class';

/** What is said, and how surely. Folded forms (`base/fold`). */

/** Verbs of saying, all usual forms. */
export const SAYING = wordClass('saying', 'Verbs that attribute words in agency reports, all usual forms.', `
  said says say told tells tell added adds asked asks warned warns noted notes stated states stressed argued argues announced
  announces declared declares insisted insists explained explains replied replies claimed claims called calls urged urges
  suggested suggests believes believed denied denies confirmed confirms described describes estimated estimates remarked observed
  concluded reported reports tweeted wrote writes vowed pledged promised`);

/** Verbs and nouns by which somebody leads, represents or goes with a party to talks. */
export const TAKING_PART = wordClass('taking part', 'English, as communiqués have it.', `
  lead leads led leading head heads headed heading represent represents represented representing representation representative representatives
  attend attends attended attending accompany accompanies accompanied accompanying join joins joined joining participate participates participated
  participating part present talks meeting negotiations session`);

/** Verbs of what officials do, besides saying. */
export const ACTING = wordClass('acting', 'Verbs of visits, meetings and decisions in agency reports.', `
  met meets visited visits arrived arrives travelled traveled travels flew flies signed signs chaired chairs led leads attended
  attends opened opens hosted hosts received receives presented presents discussed discusses inspected inspects ordered orders
  proposed proposes agreed agrees rejected rejects accepted accepts welcomed welcomes spoke speaks addressed addresses accused
  accuses appealed appeals attacked briefed briefs thanked thanks phoned telephoned departed departs returned returns represented
  represents heads headed is plans intends`);
