import { recordEditing } from '../editing/editing';
import type { BriefContext, Chancery, LayerFile, Resources, Settings } from './api';
import { CHECKS } from '../checks/run/list';
import type { RuleSettings } from '../checks/run/run';
import type { Severity } from '../findings/finding';
import type { Problem } from '../gazetteer/model';
import { openGazetteer, type Opened } from '../gazetteer/open';
import { OpenBrief, type Shared } from './brief';
import { readExceptions } from './exceptions';

const DEFAULT_ABOUT_PERCENT = 10;

/** Ties the layers together for the facade. */
export function openEngine(resources: Resources, settings: Settings): Chancery {
  const { gazetteer, problems } = opened(resources);
  const all: Problem[] = [...problems];
  const exceptions = (settings.exceptions ?? []).map(file => {
    const read = readExceptions(file);
    all.push(...read.problems);
    return read.exceptions;
  });
  const shared: Shared = {
    gazetteer,
    houseStyle: settings.houseStyle,
    rules: rulesOf(settings.rules ?? {}),
    exceptions,
    aboutPercent: settings.aboutPercent ?? DEFAULT_ABOUT_PERCENT,
    staleAfterDays: settings.staleAfterDays,
  };
  return {
    version: gazetteer.version,
    checks: CHECKS.map(({ id, group, title, severity }) => ({ id, group, title, severity })),
    problems: all,
    houseStyles: gazetteer.profiles.map(p => ({ id: p.id, title: p.title ?? p.id })),
    records: recordEditing(gazetteer),
    open: (context: BriefContext) => new OpenBrief(shared, context),
  };
}

let last: { readonly resources: Resources; readonly opened: Opened } | undefined;

/** The gazetteer as opened last, where a change of settings or exceptions leaves the records as they are. */
function opened(resources: Resources): Opened {
  const same = last && last.resources.gazetteer === resources.gazetteer && sameFiles(last.resources.layers ?? [], resources.layers ?? []);
  if (last && same) return last.opened;
  last = { resources, opened: openGazetteer(resources.gazetteer, resources.layers ?? []) };
  return last.opened;
}

function sameFiles(a: readonly LayerFile[], b: readonly LayerFile[]): boolean {
  return a.length === b.length && a.every((file, i) => file.path === b[i]!.path && file.text === b[i]!.text);
}

function rulesOf(settings: NonNullable<Settings['rules']>): RuleSettings {
  const severity = new Map<string, Severity | 'off'>();
  const options = new Map<string, object>();
  for (const [id, value] of Object.entries(settings)) {
    if (typeof value === 'string') severity.set(id, value);
    else {
      const { severity: own, ...rest } = value;
      if (own) severity.set(id, own);
      options.set(id, rest);
    }
  }
  return { severity, options };
}
