// Whose words a block began with: copies and second halves keep the origins of the block they were made of.
import { blockIdAttribute, derivedFromAttribute } from './block-id.ts';
import type { DocumentJson } from './seed.ts';

/** Each block that was made of another, with that one; `attributes` are those of the blocks of a text. */
export function derivations(attributes: Iterable<Readonly<Record<string, unknown>>>): Map<string, string> {
  const from = new Map<string, string>();
  for (const { [blockIdAttribute]: id, [derivedFromAttribute]: parent } of attributes) {
    if (typeof id === 'string' && typeof parent === 'string') from.set(id, parent);
  }
  return from;
}

/** A block and those its words came from, the nearest first; also where one of them is no longer in the text. */
export function lineOf(id: string, from: ReadonlyMap<string, string>): string[] {
  const line = [id];
  for (let next = from.get(id); next !== undefined && !line.includes(next); next = from.get(next)) line.push(next);
  return line;
}

/** The attributes of all blocks of a body, containers among them. */
export function* attributesIn(body: DocumentJson): Generator<Readonly<Record<string, unknown>>> {
  if (body.attrs !== undefined) yield body.attrs;
  for (const child of body.content ?? []) yield* attributesIn(child);
}
