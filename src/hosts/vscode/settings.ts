import * as vscode from 'vscode';
import type { RuleSetting } from '../../chancery';
import type { HoldBack } from './hold-back';

/** The twelve settings (spec 6.3), each with its default where a value has a form that it must not have. */
export interface HostSettings {
  readonly check: 'auto' | 'briefings' | 'all' | 'off';
  readonly checkWhen: 'typing' | 'save' | 'manual';
  readonly holdBack: HoldBack;
  readonly houseStyle: string;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly gazetteerFiles: readonly string[];
  readonly staleAfterDays: number;
  readonly aboutPercent: number;
  readonly hoverEnabled: boolean;
  readonly hoverDetail: 'full' | 'short';
  readonly completionEnabled: boolean;
  readonly maxFileSizeKB: number;
}

const SEVERITIES = ['error', 'warning', 'information', 'hint', 'off'];

export function settingsFor(scope: vscode.Uri | undefined): HostSettings {
  const given = vscode.workspace.getConfiguration('chancery', scope ?? null);
  const one = <T extends string>(key: string, allowed: readonly [T, ...T[]]): T => allowed.find(a => a === given.get(key)) ?? allowed[0];
  const number = (key: string, standard: number): number => {
    const value = given.get(key);
    return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : standard;
  };
  const files = given.get('gazetteer.files');
  const houseStyle = given.get('houseStyle');
  return {
    check: one('check', ['auto', 'briefings', 'all', 'off']),
    checkWhen: one('checkWhen', ['typing', 'save', 'manual']),
    holdBack: one('holdBackWhileTyping', ['word', 'line', 'off']),
    houseStyle: typeof houseStyle === 'string' && houseStyle !== '' ? houseStyle : 'neutral',
    rules: rulesOf(given.get('rules')),
    gazetteerFiles: Array.isArray(files) ? files.filter((f): f is string => typeof f === 'string' && f.trim() !== '') : [],
    staleAfterDays: number('gazetteer.staleAfterDays', 540),
    aboutPercent: number('figures.aboutPercent', 10),
    hoverEnabled: given.get('hover.enabled') !== false,
    hoverDetail: one('hover.detail', ['full', 'short']),
    completionEnabled: given.get('completion.enabled') !== false,
    maxFileSizeKB: number('maxFileSizeKB', 1024),
  };
}

function rulesOf(value: unknown): Record<string, RuleSetting> {
  const rules: Record<string, RuleSetting> = {};
  if (value === null || typeof value !== 'object') return rules;
  for (const [id, rule] of Object.entries(value)) {
    if (typeof rule === 'string' && SEVERITIES.includes(rule)) rules[id] = rule as RuleSetting;
    else if (rule !== null && typeof rule === 'object' && !Array.isArray(rule)) {
      const { severity, ...options } = rule as Record<string, unknown>;
      rules[id] = typeof severity === 'string' && SEVERITIES.includes(severity) ? { ...options, severity } as RuleSetting : options;
    }
  }
  return rules;
}
