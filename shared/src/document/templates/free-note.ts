// A free note begins as one empty line: its title is a record, not text.
import type { DocumentJson } from '../seed.ts';
import { document, paragraph } from './builder.ts';

export function freeNote(): DocumentJson {
  return document(paragraph());
}
