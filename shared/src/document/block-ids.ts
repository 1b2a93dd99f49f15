// The ids of all blocks of a body, containers among them.
import { blockIdAttribute } from './block-id.ts';
import type { DocumentJson } from './seed.ts';

export function blockIds(body: DocumentJson): string[] {
  const id: unknown = body.attrs?.[blockIdAttribute];
  return [...(typeof id === 'string' ? [id] : []), ...(body.content ?? []).flatMap(blockIds)];
}
