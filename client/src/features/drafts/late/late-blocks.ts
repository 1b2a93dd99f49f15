// What somebody wrote into a draft that was frozen meanwhile, block by block against the words that were frozen. By the ids of the blocks: what is
// not among the frozen ones is a paragraph of its own.
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { wordedBlocks, type WordedBlock } from '@cocrea/shared/document/words-of-block.ts';

export interface LateBlock {
  /** Names it among the others. */
  readonly key: string;
  /** Null for one that is not in the frozen text. */
  readonly blockId: string | null;
  /** The frozen words; empty for one that is not there. */
  readonly before: string;
  /** One's own words; empty for one that was taken out. */
  readonly text: string;
  /** The frozen block it stands in or after; null where it stands before all of them. */
  readonly anchor: { readonly blockId: string; readonly text: string } | null;
}

export interface LateChanges {
  readonly blocks: readonly LateBlock[];
  /** Some block has the same words in another format. */
  readonly format: boolean;
}

export function lateChanges(frozen: DocumentJson, own: DocumentJson): LateChanges {
  const stood = wordedBlocks(frozen);
  const byId = new Map(stood.map((block) => [block.id, block]));
  const written = wordedBlocks(own);
  const kept = new Set(written.map(({ id }) => id));
  const blocks: LateBlock[] = [];
  let format = false;
  let last: WordedBlock | undefined;
  for (const { id, text, format: look } of written) {
    const before = byId.get(id);
    if (before !== undefined) last = before;
    if (before?.text === text) format ||= before.format !== look;
    else {
      const anchor = last === undefined ? null : { blockId: last.id, text: last.text };
      blocks.push({ key: id, blockId: before?.id ?? null, before: before?.text ?? '', text, anchor });
    }
  }
  for (const { id, text } of stood) {
    if (!kept.has(id)) blocks.push({ key: id, blockId: id, before: text, text: '', anchor: { blockId: id, text } });
  }
  return { blocks, format };
}
