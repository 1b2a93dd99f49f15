// Which version of Cocrea this is, as its package says.
import { readFileSync } from 'node:fs';

export const programVersion = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
