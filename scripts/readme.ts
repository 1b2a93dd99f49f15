// What `pnpm readme` runs: writes the table of settings into the README as the program reads them. A test fails while the two differ.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsAsMarkdown } from '../server/src/config.ts';

const file = join(import.meta.dirname, '../README.md');
const table = /(<!-- settings -->\n)[\s\S]*?(\n<!-- \/settings -->)/;
writeFileSync(
  file,
  readFileSync(file, 'utf8').replace(table, (_all, before: string, after: string) => `${before}${settingsAsMarkdown()}${after}`),
);
