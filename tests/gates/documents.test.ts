// The documents at the top of the repository say what the program does: settings, commands and links are held against the source.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settingsAsMarkdown } from '@cocrea/server/src/config.ts';
import { repository } from '../support/server.ts';

const decisions = readdirSync(join(repository, 'docs/adr')).map((name) => `docs/adr/${name}`);
const documents = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'GLOSSARY.md',
  'CHANGELOG.md',
  'docs/benchmarks.md',
  'server/src/realtime/SPEC.md',
  'docs/operations.md',
  'docs/scale.md',
  'tests/traces/README.md',
  ...decisions,
];
/** Where a path that a document names in backticks may begin: the repository, or the room most of a document is about. */
const roots = ['', 'shared/src', 'server/src', 'client/src'];
const read = (path: string): string => readFileSync(join(repository, path), 'utf8');

test('the README has the table of settings as the program reads them', () => {
  const between = /<!-- settings -->\n([\s\S]*?)\n<!-- \/settings -->/.exec(read('README.md'))?.[1];
  expect(between?.trim()).toBe(settingsAsMarkdown());
});

describe.each(documents)('%s', (path) => {
  const text = read(path);

  test('every command it names is one', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/(?:^|`|\s)(?:npx -y pnpm@12\.21\.0|pnpm)(?: --silent)? ([a-z:]+)/gm)].map(
      ([, name]) => name ?? '',
    );
    expect(named.filter((name) => !(name in scripts) && name !== 'install')).toEqual([]);
  });

  test('every file it links to is there', () => {
    const links = [...text.matchAll(/(?:\]\(|src=")(?!https?:|#|mailto:)([^)"#\s]+)/g)].map(([, target]) => target ?? '');
    expect(links.filter((target) => !existsSync(join(repository, dirname(path), target)))).toEqual([]);
  });

  test('every path it names is there', () => {
    const named = [...text.matchAll(/`([a-z][\w-]*(?:\/[\w.-]+)+\/?)`/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !roots.some((root) => existsSync(join(repository, root, name))))).toEqual([]);
  });
});

test('every script of package.json runs a file that is there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const files = Object.values(scripts).flatMap((script) => [...script.matchAll(/\S+\.ts/g)].map(([file]) => file));
  expect(files.filter((file) => !existsSync(join(repository, file)))).toEqual([]);
});
