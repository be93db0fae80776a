import type { Analysis, ResolvedName } from '../../analysis/model';
import { certainRange, openEnded } from '../../analysis/records/offices';
import { officeWords } from '../../analysis/who/references';
import type { DayRange } from '../../base/edtf';
import { cover, shift, type Span } from '../../base/span';
import type { Occupancy, Post } from '../../gazetteer/model';
import { nameSpan } from '../../recognize/offices/claims';
import { date } from '../wording/wording';

/** Title and name together, absolute. `at` is where the block starts. */
export function titledSpan(name: ResolvedName, at: number): Span {
  const title = name.mention.title;
  const whole = nameSpan(name.mention);
  return shift(title ? cover(whole, title.span) : whole, at);
}

/** “has been Deputy Foreign Minister since August 2008”, “was Foreign Minister from 2004 to 2010”. */
export function heldWords(analysis: Analysis, occupancy: Occupancy, post: Post, on: DayRange | undefined): string {
  const office = `${occupancy.status === 'acting' ? 'acting ' : ''}${officeWords(post, analysis.gazetteer, analysis.profile)}`;
  const since = occupancy.start_date && occupancy.start_date.precision !== 'open' ? date(analysis, occupancy.start_date) : undefined;
  const ended = !openEnded(occupancy) && (!on || certainRange(occupancy).last < on.first);
  if (ended) {
    const until = date(analysis, occupancy.end_date!);
    return since ? `was ${office} from ${since} to ${until}` : `was ${office} until ${until}`;
  }
  return since ? `has been ${office} since ${since}` : `is ${office}`;
}
