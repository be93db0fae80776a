import type { Exceptions } from '../analysis/who/choices';
import { readYaml } from '../yaml/yaml';
import { LineIndex } from '../base/lines';
import type { LayerFile } from './api';
import type { Problem } from '../gazetteer/model';
import { told } from '../gazetteer/told';

const KEYS = ['known-names', 'keep', 'distinct', 'no-expand', 'ignore'];

/** Reads `.chancery/exceptions.yaml`. What cannot be read is a problem with its place; the rest counts. */
export function readExceptions(file: LayerFile): { exceptions: Exceptions; problems: Problem[] } {
  const yaml = readYaml(file.text);
  const lines = new LineIndex(file.text);
  const problems: Problem[] = [];
  const tell = (at: number, message: string, severity: Problem['severity']): void => {
    const { line, character } = lines.positionAt(at);
    problems.push({ file: file.path, line: line + 1, column: character + 1, severity, message });
  };
  for (const p of yaml.problems) tell(p.start, p.message, p.severity);
  const top = yaml.value;
  const map = top !== null && typeof top === 'object' && !Array.isArray(top) ? (top as Record<string, unknown>) : {};
  if (top !== null && top !== undefined && map !== top) tell(0, `A mapping with ${KEYS.join(', ')} is expected here.`, 'error');
  for (const key of Object.keys(map)) {
    if (!KEYS.includes(key)) tell(yaml.keySpanOf([key])?.start ?? 0, `‘${key}’ is not one of ${KEYS.join(', ')}.`, 'warning');
  }
  const list = (key: string): unknown[] => {
    const value = map[key];
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    tell(yaml.spanOf([key])?.start ?? 0, `A list is expected under ‘${key}’.`, 'error');
    return [];
  };
  const texts = (key: string): string[] => list(key).filter((v, i): v is string => {
    if (typeof v === 'string') return true;
    tell(yaml.spanOf([key, i])?.start ?? 0, `Text is expected under ‘${key}’.`, 'error');
    return false;
  });
  const pairs: [string, string][] = [];
  list('distinct').forEach((v, i) => {
    if (Array.isArray(v) && v.length === 2 && v.every(x => typeof x === 'string')) pairs.push([v[0] as string, v[1] as string]);
    else tell(yaml.spanOf(['distinct', i])?.start ?? 0, 'A pair of names is expected here: [Smyth, Smith].', 'error');
  });
  const ignore: { check: string; text: string }[] = [];
  list('ignore').forEach((v, i) => {
    const entry = v !== null && typeof v === 'object' ? (v as Record<string, unknown>) : {};
    if (typeof entry['check'] === 'string' && typeof entry['text'] === 'string') ignore.push({ check: entry['check'], text: entry['text'] });
    else tell(yaml.spanOf(['ignore', i])?.start ?? 0, 'A check and the text it is not to speak of are expected here.', 'error');
  });
  const exceptions = { knownNames: texts('known-names'), keep: texts('keep'), distinctPairs: pairs, noExpand: texts('no-expand'), ignore };
  return { exceptions, problems: told(problems.sort((a, b) => a.line - b.line || a.column - b.column)) };
}
