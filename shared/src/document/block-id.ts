// What a block is called for life: a short random id every block node carries, by which observations, origins and lineage find it.

/** 32 characters nobody misreads: no i, l, o, u. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const idLength = 12;

/** Name of the attribute on every block node. */
export const blockIdAttribute = 'id';

/** Name of the attribute that says of which other blocks its words were, with a space between their ids; see `keep-derivations.ts`. */
export const derivedFromAttribute = 'derivedFrom';

/** A new id: 12 characters, 60 random bits. Uses `getRandomValues`, which also works without a secure context. */
export function newBlockId(): string {
  return blockIdFrom(crypto.getRandomValues(new Uint8Array(idLength)));
}

/** The id these bytes make: of as many of them as an id has characters. */
export function blockIdFrom(bytes: Uint8Array): string {
  let id = '';
  for (const byte of bytes.subarray(0, idLength)) id += alphabet[byte & 31];
  return id;
}
