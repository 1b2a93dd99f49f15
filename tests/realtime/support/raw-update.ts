// Yjs v1 updates byte by byte, for what no honest client would write.
import { bytes, varUint } from './raw-client.ts';

export interface RawSection {
  readonly client: number;
  readonly clock: number;
  readonly structs: readonly Uint8Array[];
}

/** Sections as given, then deleted ranges as triples of client, clock and length. */
export function rawUpdate(
  sections: readonly RawSection[],
  deletes: readonly (readonly [number, number, number])[] = [],
): Uint8Array {
  const clients = [...new Set(deletes.map(([client]) => client))];
  return bytes([
    ...varUint(sections.length),
    ...sections.flatMap(({ client, clock, structs }) => [
      ...varUint(structs.length),
      ...varUint(client),
      ...varUint(clock),
      ...structs,
    ]),
    ...varUint(clients.length),
    ...clients.flatMap((client) => {
      const ranges = deletes.filter(([of]) => of === client);
      return [
        ...varUint(client),
        ...varUint(ranges.length),
        ...ranges.flatMap(([, clock, length]) => [...varUint(clock), ...varUint(length)]),
      ];
    }),
  ]);
}

/** A collected struct of that length: two bytes and more that stand for a text that is gone. */
export const collected = (length: number): Uint8Array => bytes([0, ...varUint(length)]);
/** A hole of that length. */
export const skipped = (length: number): Uint8Array => bytes([10, ...varUint(length)]);

/** Text at the beginning of a root, or after the struct with the id `origin`. */
export function text(words: string, place: { root: string } | { origin: readonly [number, number] }): Uint8Array {
  const encoded = new TextEncoder().encode(words);
  const content = [...varUint(encoded.length), encoded];
  if ('root' in place) {
    const root = new TextEncoder().encode(place.root);
    return bytes([4, 1, ...varUint(root.length), root, ...content]);
  }
  return bytes([4 | 0x80, ...varUint(place.origin[0]), ...varUint(place.origin[1]), ...content]);
}

/** An item with the content of that kind, whose bytes are given, at the beginning of the root `r`. */
export const item = (ref: number, ...content: (number | Uint8Array)[]): Uint8Array => bytes([ref, 1, 1, 0x72, ...content]);
