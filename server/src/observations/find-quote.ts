// Where the words somebody observes stand in the frozen text: as the phone says, or found again where its copy was not quite the same.
import { observationLimits } from '@cocrea/shared/domain/observation.ts';
import type { WordedBlock } from '@cocrea/shared/document/words-of-block.ts';
import { AppError } from '@cocrea/shared/errors.ts';

interface Quoted {
  readonly blockId: string;
  readonly quote: string;
  readonly quoteFrom: number;
  readonly quoteTo: number;
}

interface Found {
  readonly block_id: string;
  readonly quote: string;
  readonly quote_from: number;
  readonly quote_to: number;
}

/** Throws AppError `block_not_found` when neither the block nor its words are in the text; without words the whole block is meant. */
export function findQuote(blocks: readonly WordedBlock[], { blockId, quote, quoteFrom, quoteTo }: Quoted): Found {
  const block = blocks.find(({ id }) => id === blockId);
  const words = quote.trim();
  if (block !== undefined && words === '') return foundIn(block, { from: 0, to: block.text.length });
  if (block !== undefined && block.text.slice(quoteFrom, quoteTo) === quote)
    return foundIn(block, { from: quoteFrom, to: quoteTo });
  const place = block ?? (words === '' ? undefined : blocks.find(({ text }) => text.includes(words)));
  if (place === undefined) throw new AppError('block_not_found');
  const at = place.text.indexOf(words);
  return at < 0 ? foundIn(place, { from: 0, to: place.text.length }) : foundIn(place, { from: at, to: at + words.length });
}

/** Half a character (of a pair of units) is no words: it could not be stored as it was sent. */
function foundIn({ id, text }: WordedBlock, { from: start, to: end }: { from: number; to: number }): Found {
  const from = cutsCharacter(text, start) ? start - 1 : start;
  const to = cutsCharacter(text, end) ? end + 1 : end;
  const limit = from + observationLimits.quote;
  const until = to > limit && cutsCharacter(text, limit) ? limit - 1 : Math.min(to, limit);
  return { block_id: id, quote: text.slice(from, until), quote_from: from, quote_to: to };
}

function cutsCharacter(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, at - 1), at + 1));
}
