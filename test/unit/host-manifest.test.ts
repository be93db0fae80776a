import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { CHECKS } from '../../src/checks/run/list';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; category: string }[];
    readonly configuration: readonly { title: string; properties: Record<string, { properties?: object; markdownDescription?: string; order?: number }> }[];
  };
}

const text = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(text) as Manifest;
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const settings = Object.assign({}, ...manifest.contributes.configuration.map(g => g.properties)) as Manifest['contributes']['configuration'][0]['properties'];

describe('package.json', () => {
  it('agrees with the list of checks', () => {
    const run = spawnSync(process.execPath, ['scripts/manifest.mjs', '--check'], { encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
    assert.deepEqual(Object.keys(settings['chancery.rules']!.properties!), CHECKS.map(check => check.id));
  });

  it('says of every option what it may be', () => {
    const types = ['string', 'number', 'integer', 'boolean', 'array', 'object'];
    const wrong: string[] = [];
    const walk = (schema: unknown, at: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { type, properties, anyOf } = schema as { type?: unknown; properties?: Record<string, unknown>; anyOf?: unknown[] };
      if (type !== undefined && ![type].flat().every(t => types.includes(String(t)))) wrong.push(`${at}: ${String(type)}`);
      for (const [name, own] of Object.entries(properties ?? {})) walk(own, `${at}.${name}`);
      for (const own of anyOf ?? []) walk(own, at);
    };
    for (const group of manifest.contributes.configuration) for (const [name, setting] of Object.entries(group.properties)) walk(setting, name);
    assert.deepEqual(wrong, []);
  });

  it('has the twelve settings in four titled groups, each with words and a place', () => {
    assert.deepEqual(Object.keys(settings).sort(), [
      'check', 'checkWhen', 'completion.enabled', 'figures.aboutPercent', 'gazetteer.files', 'gazetteer.staleAfterDays',
      'holdBackWhileTyping', 'houseStyle', 'hover.detail', 'hover.enabled', 'maxFileSizeKB', 'rules',
    ].map(key => `chancery.${key}`));
    assert.equal(manifest.contributes.configuration.length, 4);
    for (const [key, setting] of Object.entries(settings)) assert.ok(setting.markdownDescription && setting.order, key);
  });

  it('takes every text from package.nls.json, and every text there is used', () => {
    const used = new Set([...text.matchAll(/"%([^%"]+)%"/g)].map(m => m[1]!));
    assert.deepEqual([...used].filter(key => !texts[key]), []);
    assert.deepEqual(Object.keys(texts).filter(key => !used.has(key)), []);
  });

  it('registers every command that it offers', () => {
    const source = readFileSync('src/hosts/vscode/commands.ts', 'utf8');
    for (const { command, category } of manifest.contributes.commands) {
      assert.equal(category, 'Chancery');
      assert.ok(source.includes(`register('${command.replace(/^chancery\./, '')}'`), command);
    }
  });
});
