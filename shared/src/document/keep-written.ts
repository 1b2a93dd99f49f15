// What an older text is to read like when it is brought back: as it was, and with the blocks others wrote into since whoever brings it back
// last looked, where those stand now. Nobody's words go because somebody else went back.
import { blockIdAttribute } from './block-id.ts';
import type { DocumentJson } from './seed.ts';

/** `target` with the blocks of `seen` that read differently in `now` and are not in it. All three are bodies, or the same block of each. */
export function keepWritten(target: DocumentJson, { seen, now }: { seen: DocumentJson; now: DocumentJson }): DocumentJson {
  if (target.type === 'paragraph' || target.type === 'heading') return target;
  const wanted = blocksIn(target);
  const current = blocksIn(now);
  const content = [...wanted].map(([key, block]) => {
    const [was, is] = [blocksIn(seen).get(key), current.get(key)];
    return was === undefined || is === undefined ? block : keepWritten(block, { seen: was, now: is });
  });
  let place = 0;
  for (const [key, block] of blocksIn(seen)) {
    const at = content.findIndex((one) => keyOf(one) === key);
    if (at >= 0) {
      place = at + 1;
      continue;
    }
    const is = current.get(key);
    if (is === undefined || JSON.stringify(is) === JSON.stringify(block)) continue;
    content.splice(place, 0, block);
    place += 1;
  }
  return content.length === 0 ? target : { ...target, content };
}

function blocksIn({ content = [] }: DocumentJson): ReadonlyMap<string, DocumentJson> {
  return new Map(content.map((block) => [keyOf(block), block]));
}

function keyOf({ type, attrs }: DocumentJson): string {
  return `${type} ${String(attrs?.[blockIdAttribute] ?? '')}`;
}
