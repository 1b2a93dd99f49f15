// Whose words a block has: copies, second halves and what two blocks became stand for the blocks they were made of.
import { blockIdAttribute, derivedFromAttribute } from './block-id.ts';
import type { DocumentJson } from './seed.ts';

/** What is looked at of the attributes of a block. */
interface BlockAttributes {
  readonly [blockIdAttribute]?: unknown;
  readonly [derivedFromAttribute]?: unknown;
}

/** Ids of the blocks each block was directly made of. */
export type Derivations = ReadonlyMap<string, readonly string[]>;

/** As the attribute says them, with a space between. */
export function namesOf(attribute: unknown): string[] {
  return typeof attribute === 'string' && attribute !== '' ? attribute.split(' ') : [];
}

/** Blocks made of no other are left out. */
export function derivations(attributes: Iterable<BlockAttributes>): Derivations {
  const from = new Map<string, readonly string[]>();
  for (const { [blockIdAttribute]: id, [derivedFromAttribute]: parents } of attributes) {
    const names = namesOf(parents);
    if (typeof id === 'string' && names.length > 0) from.set(id, names);
  }
  return from;
}

/** A block and all those its words came from, the nearest first; also where one of them is no longer in the text. */
export function lineOf(id: string, from: Derivations): string[] {
  const line = [id];
  for (const one of line) line.push(...(from.get(one) ?? []).filter((parent) => !line.includes(parent)));
  return line;
}

/** The attributes of all blocks of a body, containers among them. */
export function* attributesIn(body: DocumentJson): Generator<BlockAttributes> {
  if (body.attrs !== undefined) yield body.attrs;
  for (const child of body.content ?? []) yield* attributesIn(child);
}

/** For every block that stands in a text, and every one whose words do: the blocks where they are, its own id first where it stands. */
export function whereWordsStand(attributes: Iterable<BlockAttributes>): Map<string, string[]> {
  const all = [...attributes];
  const from = derivations(all);
  const stands = new Map<string, string[]>();
  for (const { [blockIdAttribute]: id } of all) if (typeof id === 'string') stands.set(id, [id]);
  for (const id of from.keys()) {
    for (const one of lineOf(id, from).slice(1)) stands.set(one, [...(stands.get(one) ?? []), id]);
  }
  return stands;
}
