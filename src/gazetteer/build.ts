import { compileFiles, type GazetteerFile as YamlFile } from './compile';
import { GazetteerFile } from './file/open-file';
import { writeGazetteer } from './file/write';
import type { Problem } from './model';
import type { GazetteerSource } from './open';

export interface Built {
  /** The compiled file; none where there are errors. */
  readonly bytes?: Uint8Array;
  readonly problems: readonly Problem[];
}

/** Compiles a register of one's own from YAML files. Ordinary English words and house styles are those of `base`, unless it has its own styles. */
export function buildGazetteer(files: readonly YamlFile[], base: GazetteerSource): Built {
  const shipped = new GazetteerFile(base);
  const { compiled, problems } = compileFiles(files);
  if (problems.some(problem => problem.severity === 'error')) return { problems };
  const own = new Set(compiled.profiles.map(profile => profile.id));
  const profiles = [...compiled.profiles, ...[...shipped.profiles.values()].filter(profile => !own.has(profile.id))];
  return { bytes: writeGazetteer({ ...compiled, profiles }, shipped.englishWords()), problems };
}
