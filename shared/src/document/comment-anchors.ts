// Where the words of a comment are. An anchor is two relative positions of the shared text, one held by the first letter and one by the last: it
// moves with them whoever types before, behind or between. It is kept outside of the text, so making one changes nothing in it.
// Yjs knows no move: a block that is dragged elsewhere, the second half of one that is split, and what an undo brings back are new letters. Then
// the words that were quoted are looked for; where they stand once, and did when they were chosen, that is where the comment is. Where they were
// worded anew before, what is like them is looked for in their block, or where its words went; else the comment has lost its place.
import type { QuoteUnique } from '../domain/comment.ts';
import type { Node, Schema } from '@tiptap/pm/model';
import { fromBase64, toBase64 } from 'lib0/buffer';
import * as Y from 'yjs';
import { alikeStretch, canBeAlike, hasAlike } from './alike-words.ts';
import { whereWordsStand } from './derived-from.ts';
import { blockLines, findWords, wordsBetween, type FoundWords, type Stretch } from './words-in-text.ts';

export interface Anchor {
  readonly start: string;
  readonly end: string;
}
export interface Anchored extends Anchor {
  readonly blockId: string;
  readonly quote: string;
  /** Where it stood once only when it was chosen. */
  readonly unique: QuoteUnique;
}
/** `held` by its own letters, `found` by its words, or by words that are `alike`. */
export type AnchorPlace = Stretch & { readonly by: 'held' | 'found' | 'alike' };

/** The shared text and what an editor shows of it: they must be of the same moment. */
export interface TextNow {
  readonly body: Y.XmlFragment;
  readonly doc: Node;
}

/** Letters from which words are taken for the same in another block too: a short word stands anywhere by chance. */
const tellingLength = 12;

/** The anchor of what is selected, with its words; null where no words are. */
export function makeAnchor({ body, doc }: TextNow, selection: Stretch): (Anchored & Stretch) | null {
  const chosen = wordsBetween(doc, selection);
  if (chosen?.blockId == null) return null;
  const { from, to, words, blockId } = chosen;
  const places = textPlaces(body, doc.type.schema);
  const start = relativeTo(places, from, 0);
  const end = relativeTo(places, to, -1);
  if (start === null || end === null) return null;
  const same = findWords(doc, words, 100);
  const unique = same.length === 1 ? 'text' : same.filter((one) => one.blockId === blockId).length === 1 ? 'block' : 'nowhere';
  return { blockId, quote: words, unique, start, end, from, to };
}

/** Where each of these stands now, null for one that has lost its place; in the order given. */
export function placesOfAnchors({ body, doc }: TextNow, anchors: readonly Anchored[]): (AnchorPlace | null)[] {
  if (anchors.length === 0) return [];
  const places = new Map<unknown, number>(textPlaces(body, doc.type.schema).map(({ text, pos }) => [text, pos]));
  let standing: ReadonlyMap<string, readonly string[]> | null = null;
  return anchors.map((anchor) => {
    const from = absoluteOf(body, { places, end: anchor.start });
    const to = absoluteOf(body, { places, end: anchor.end });
    const held = from !== null && to !== null && from < to && to <= doc.content.size ? wordsBetween(doc, { from, to }) : null;
    if (held !== null) return { from: held.from, to: held.to, by: 'held' };
    const found = searched(doc, anchor, [from, to]);
    if (found !== null) return { from: found.from, to: found.to, by: 'found' };
    const alike = wordedAnew(doc, anchor, () => (standing ??= blocksOfWords(doc)));
    return alike === null ? null : { ...alike, by: 'alike' };
  });
}

function blocksOfWords(doc: Node): ReadonlyMap<string, readonly string[]> {
  const attributes: Node['attrs'][] = [];
  doc.descendants((node) => {
    if (node.isBlock) attributes.push(node.attrs);
    return !node.isTextblock;
  });
  return whereWordsStand(attributes);
}

/** What is like the words in the block they were in, or in those its words went to; only where nothing like them stood beside them. */
function wordedAnew(
  doc: Node,
  { quote, blockId, unique }: Anchored,
  standing: () => ReadonlyMap<string, readonly string[]>,
): Stretch | null {
  if (unique !== 'alone') return null;
  const blocks = new Set<string | null>(standing().get(blockId) ?? []);
  const lines = blockLines(doc, (id) => blocks.has(id));
  const found = alikeStretch(
    lines.map(({ text }) => text),
    quote,
  );
  const line = lines[found?.text ?? -1];
  return found === null || line === undefined ? null : { from: line.placeOf(found.from), to: line.placeOf(found.to - 1) + 1 };
}

/**
 * An anchor somebody sends, as the text has it: with the words it stands on and not those it claims, and whether anything else is like them. As it
 * was sent where its words are in the text and cannot be told apart; null where they are not in it at all.
 */
export function standingAnchor(text: TextNow, sent: Anchored): Anchored | null {
  const [place] = placesOfAnchors(text, [{ ...sent, unique: sent.unique === 'alone' ? 'text' : sent.unique }]);
  const made = place == null ? null : makeAnchor(text, place);
  if (made === null) return findWords(text.doc, sent.quote, 1).length === 0 ? null : { ...sent, unique: 'nowhere' };
  const { from, to, ...anchor } = made;
  return { ...anchor, unique: anchor.unique === 'text' && standsAlone(text.doc, { from, to }) ? 'alone' : anchor.unique };
}

function standsAlone(doc: Node, { from, to }: Stretch): boolean {
  const words = wordsBetween(doc, { from, to });
  if (words === null || !canBeAlike(words.words)) return false;
  const others = blockLines(doc, () => true).flatMap(({ text, placeOf }) => {
    const at = placeOf(0) <= from && to <= placeOf(text.length) ? text.indexOf(words.words) : -1;
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + words.words.length)];
  });
  return !hasAlike(others, words.words);
}

/** `near` is where its letters stood, as far as it is known. */
function searched(doc: Node, { quote, blockId, unique }: Anchored, near: readonly (number | null)[]): FoundWords | null {
  const found = findWords(doc, quote, 100);
  // What an undo brings back stands at the very place.
  const back = found.find(({ from, to }) => near.includes(from) || near.includes(to));
  if (back !== undefined || unique === 'nowhere') return back ?? null;
  const inBlock = found.filter((one) => one.blockId === blockId);
  if (inBlock.length > 0) return inBlock.length === 1 ? (inBlock[0] ?? null) : null;
  return found.length === 1 && (unique === 'text' || unique === 'alone') && quote.length >= tellingLength
    ? (found[0] ?? null)
    : null;
}

interface TextPlace {
  readonly text: Y.XmlText;
  /** Where its first letter stands in the editor's document. */
  readonly pos: number;
}

/** Every stretch of letters of the shared text, by where the editor has it. */
function textPlaces(body: Y.XmlFragment, schema: Schema): TextPlace[] {
  const places: TextPlace[] = [];
  const walk = (parent: Y.XmlFragment, start: number): number => {
    let pos = start;
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) {
        places.push({ text: child, pos });
        pos += child.length;
      } else if (child instanceof Y.XmlElement) {
        pos = schema.nodes[child.nodeName]?.isLeaf === true ? pos + 1 : walk(child, pos + 1) + 1;
      }
    }
    return pos;
  };
  walk(body, 0);
  return places;
}

/** `assoc` 0 holds on to the letter after the place, -1 to the one before it. */
function relativeTo(places: readonly TextPlace[], pos: number, assoc: 0 | -1): string | null {
  const letter = assoc === 0 ? pos : pos - 1;
  const there = places.find(({ text, pos: start }) => letter >= start && letter < start + text.length);
  if (there === undefined) return null;
  const position = Y.createRelativePositionFromTypeIndex(there.text, pos - there.pos, assoc);
  return toBase64(Y.encodeRelativePosition(position));
}

function absoluteOf(body: Y.XmlFragment, { places, end }: { places: ReadonlyMap<unknown, number>; end: string }): number | null {
  const { doc } = body;
  if (doc === null) return null;
  try {
    const absolute = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(end)), doc);
    const start = absolute === null ? undefined : places.get(absolute.type);
    return absolute === null || start === undefined ? null : start + absolute.index;
  } catch {
    // Bytes that are no position: somebody made them by hand. The comment has no place, and does no harm.
    return null;
  }
}
