// What a phone at the door loads before it can be written on: the script of the first page (the page for joining is in it) and of the pages
// on the way from a QR to a table. `pnpm build` says it, tests/gates/weight.test.ts holds it under the limit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Bytes of gzipped script. React with its DOM is 58,500 of them, the router 2,500. TanStack Query would add 10,800: it comes with the pages
 * that fetch lists. React 19.3 would add 8,800 for view transitions and the like, which nothing here uses: hence the 19.2 line, for as
 * long as it is kept.
 */
export const weightLimit = 90_000;

/** Bytes with the page of a table, which comes while somebody fills in the form: the whole way from a QR to the first contribution. */
export const tableLimit = 102_000;

/** Pages on that way that come when they are asked for, as Vite's manifest calls them. */
export const toTheTable: readonly string[] = ['src/features/at-table/AtTableRoute.tsx'];

interface Piece {
  readonly file: string;
  readonly imports?: readonly string[];
}

export interface Weight {
  readonly bytes: number;
  readonly files: readonly { readonly file: string; readonly bytes: number }[];
}

/** Weighs what is in `dist`, heaviest first. Throws where a page on the way is not one that is loaded by itself. */
export function weigh(dist: string, pages: readonly string[] = []): Weight {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Piece>;
  const found = new Set(scriptsOf(readFileSync(join(dist, 'index.html'), 'utf8')));
  const follow = (key: string): void => {
    const piece = manifest[key];
    if (!piece) throw new Error(`${key} is no page that is loaded by itself (scripts/page-weight.ts)`);
    if (found.has(piece.file)) return;
    found.add(piece.file);
    for (const next of piece.imports ?? []) follow(next);
  };
  const first = Object.entries(manifest).filter(([, { file }]) => found.has(file));
  for (const [, { imports = [] }] of first) for (const key of imports) follow(key);
  for (const page of pages) follow(page);
  const files = [...found]
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length }))
    .sort((one, other) => other.bytes - one.bytes);
  return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files };
}

/** The scripts a page names itself, as files of `dist`. */
function scriptsOf(html: string): string[] {
  return [...html.matchAll(/<(?:script|link rel="modulepreload")[^>]* (?:src|href)="\/([^"]+\.js)"/g)].map(
    ([, file = '']) => file,
  );
}
