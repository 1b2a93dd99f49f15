// Brings back words that were lost by nobody's will. When a block becomes a heading, a list or part of another block, the shared document
// deletes it and makes a new one; what somebody else typed into it at the same time, or while away, goes down with the old one although
// whoever changed the block never saw those words. Here they are put where they belong, in the new block.
//
// Who does it is settled so that it is done once: the screen that typed the words, or, where that person has left or does not act, those
// present by turns, later, and only what nobody has done yet. What was done is noted in the document itself, by the numbers of the
// characters: whoever learns of the loss later, as on waking, leaves it alone, also where the words were changed or deleted since.
// One idea in one file: what is lost, whose it is, where it goes.
import * as Y from 'yjs';
import { blockIdAttribute, newBlockId } from './block-id.ts';
import { bodyField } from './schema.ts';

/** Words that went down with their block, and what is known of where they stood. */
export interface LostWords {
  readonly text: string;
  /** The client that typed them, and the clock of each character. */
  readonly client: number;
  readonly clocks: readonly number[];
  /** Id of the block they stood in; null where it had none. */
  readonly blockId: string | null;
  /** What stood before them in their block and was known to whoever deleted it. */
  readonly before: string;
  /** The element they went down with, for its place. */
  readonly block: Y.XmlElement;
}

/** The map of the document that notes what was put back: by client and clock, how many characters from there on. */
const notesField = 'broughtBack';

/** The origin of the transactions that put words back. */
export const rescueOrigin = 'rescue';

/** Containers of the schema that may hold a paragraph. */
const holdsParagraphs = new Set(['blockquote', 'listItem', 'taskItem', 'tableCell', 'tableHeader']);

const textBlocks = new Set(['paragraph', 'heading']);

/** Characters by which a place is recognised: the longest stretch first, then shorter ones. */
const tails = [32, 16, 8, 4] as const;
/** Fewer characters than this could stand anywhere in a document. */
const recognisable = 8;

function stringOf(item: Y.Item): string | null {
  return item.content instanceof Y.ContentString ? item.content.str : null;
}

function attributeOf(element: Y.XmlElement, name: string): string | null {
  const content = element._map.get(name)?.content;
  const value: unknown = content instanceof Y.ContentAny ? content.arr[0] : undefined;
  return typeof value === 'string' ? value : null;
}

type DeleteSet = Y.Transaction['deleteSet'];

/** Cuts a string at the borders of what was named: text typed in one go is one item, of which the deleter may have known only the start. */
function piecesOf(
  words: string,
  { id, named }: { id: Y.ID; named: DeleteSet },
): { text: string; clock: number; named: boolean }[] {
  const end = id.clock + words.length;
  const ranges = (named.clients.get(id.client) ?? []).filter(({ clock, len }) => clock < end && clock + len > id.clock);
  const pieces: { text: string; clock: number; named: boolean }[] = [];
  for (let offset = 0; offset < words.length; offset += 1) {
    const at = id.clock + offset;
    const isNamed = ranges.some(({ clock, len }) => clock <= at && at < clock + len);
    const last = pieces.at(-1);
    if (last?.named === isNamed) last.text += words[offset];
    else pieces.push({ text: words[offset] ?? '', clock: at, named: isNamed });
  }
  return pieces;
}

/**
 * What `transaction` deleted although `meant` (the deletions the arriving update names) does not name it: words typed into a block by
 * somebody the deleter had not heard from yet. To be called while the transaction's content is still there ('afterTransaction').
 */
export function lostIn(transaction: Y.Transaction, meant: () => DeleteSet | null): LostWords[] {
  const texts = new Set<Y.XmlText>();
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || stringOf(struct) === null) return;
    const text = struct.parent;
    // A block that stays keeps its text: what is deleted in it was meant.
    if (text instanceof Y.XmlText && text._item && Y.isDeleted(transaction.deleteSet, text._item.id)) texts.add(text);
  });
  if (texts.size === 0) return [];
  const named = meant();
  if (!named) return [];
  const lost: LostWords[] = [];
  for (const text of texts) {
    const block = text.parent;
    if (!(block instanceof Y.XmlElement)) continue;
    const runs: { text: string; client: number; clocks: number[]; before: string }[] = [];
    let before = '';
    let continues = false;
    for (let item = text._start; item !== null; item = item.right) {
      const words = stringOf(item);
      if (words === null || !Y.isDeleted(transaction.deleteSet, item.id)) continue;
      for (const piece of piecesOf(words, { id: item.id, named })) {
        if (piece.named) {
          before += piece.text;
          continues = false;
          continue;
        }
        let run = continues ? runs.at(-1) : undefined;
        if (run?.client !== item.id.client) {
          run = { text: '', client: item.id.client, clocks: [], before };
          runs.push(run);
        }
        run.text += piece.text;
        for (let offset = 0; offset < piece.text.length; offset += 1) run.clocks.push(piece.clock + offset);
        continues = true;
      }
    }
    const blockId = attributeOf(block, blockIdAttribute);
    for (const run of runs) lost.push({ ...run, blockId, block });
  }
  return lost;
}

function* elementsOf(parent: Y.XmlFragment | Y.XmlElement): Generator<Y.XmlElement> {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    yield child;
    yield* elementsOf(child);
  }
}

function textsOf(block: Y.XmlElement): Y.XmlText[] {
  return block.toArray().filter((child) => child instanceof Y.XmlText);
}

function plain(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '\ufffc')).join('');
}

/** Where in `text` what stood after `before` belongs; null where nothing of it is recognised. */
function placeIn(text: string, before: string): number | null {
  if (before === '') return 0;
  for (const length of tails) {
    const tail = before.slice(-length);
    const expected = before.length - tail.length;
    let best: number | null = null;
    for (let at = text.indexOf(tail); at >= 0; at = text.indexOf(tail, at + 1)) {
      if (best === null || Math.abs(at - expected) < Math.abs(best - expected)) best = at;
    }
    if (best !== null) return best + tail.length;
  }
  return null;
}

/** Puts the words into the block that took the place of theirs, or into the one that took its text; false where there is none. */
function intoSuccessor(body: Y.XmlFragment, { blockId, before, text }: LostWords): boolean {
  const blocks = [...elementsOf(body)];
  const heir = blockId === null ? undefined : blocks.find((block) => block.getAttribute(blockIdAttribute) === blockId);
  if (heir && textBlocks.has(heir.nodeName)) {
    const targets = textsOf(heir);
    const known = targets.find((target) => placeIn(plain(target), before) !== null);
    const target = known ?? targets.at(-1);
    if (target) target.insert(placeIn(plain(target), before) ?? target.length, text);
    else heir.insert(heir.length, [new Y.XmlText(text)]);
    return true;
  }
  if (before.trim().length < recognisable) return false;
  for (const target of blocks.flatMap(textsOf)) {
    const at = placeIn(plain(target), before.slice(-tails[0]));
    if (at === null) continue;
    target.insert(at, text);
    return true;
  }
  return false;
}

/** Makes the words a paragraph of their own, where their block stood. A space alone is none: it only matters between words. */
function asParagraph(body: Y.XmlFragment, { block, text }: LostWords): void {
  if (text.trim() === '') return;
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.setAttribute(blockIdAttribute, newBlockId());
  paragraph.insert(0, [new Y.XmlText(text)]);
  let item = block._item;
  while (item) {
    const parent = item.parent;
    const roomy =
      parent === body || (parent instanceof Y.XmlElement && holdsParagraphs.has(parent.nodeName) && !parent._item?.deleted);
    if (roomy) {
      let left = item.left;
      while (left?.deleted) left = left.left;
      const container = parent as Y.XmlFragment;
      const sibling = left?.content instanceof Y.ContentType ? left.content.type : null;
      container.insert(sibling ? container.toArray().indexOf(sibling as Y.XmlElement) + 1 : 0, [paragraph]);
      return;
    }
    item = parent instanceof Y.XmlElement ? parent._item : null;
  }
  body.insert(body.length, [paragraph]);
}

/** What of these words nobody has put back yet, in the pieces that are left. */
function leftOf(notes: Y.Map<number>, words: LostWords): LostWords[] {
  const done: { from: number; to: number }[] = [];
  for (const [key, length] of notes.entries()) {
    const [client, clock] = key.split(':').map(Number);
    if (client === words.client && clock !== undefined) done.push({ from: clock, to: clock + length });
  }
  const left: { text: string; clocks: number[]; before: string }[] = [];
  let { before } = words;
  let continues = false;
  words.clocks.forEach((clock, index) => {
    const letter = words.text[index] ?? '';
    if (done.some(({ from, to }) => from <= clock && clock < to)) {
      before += letter;
      continues = false;
      return;
    }
    const last = left.at(-1);
    if (continues && last) {
      last.text += letter;
      last.clocks.push(clock);
    } else {
      left.push({ text: letter, clocks: [clock], before });
    }
    continues = true;
  });
  return left.map((piece) => ({ ...words, ...piece }));
}

function note(notes: Y.Map<number>, { client, clocks }: LostWords): void {
  let from: number | undefined;
  let length = 0;
  for (const clock of clocks) {
    if (from !== undefined && clock === from + length) {
      length += 1;
      continue;
    }
    if (from !== undefined) notes.set(`${client}:${from}`, length);
    from = clock;
    length = 1;
  }
  if (from !== undefined) notes.set(`${client}:${from}`, length);
}

/** Writes lost words back into the document, each once; words that somebody has already put back are left alone. */
export function putBack(doc: Y.Doc, lost: readonly LostWords[]): void {
  doc.transact(() => {
    const body = doc.getXmlFragment(bodyField);
    const notes = doc.getMap<number>(notesField);
    for (const words of lost.flatMap((one) => leftOf(notes, one))) {
      if (!intoSuccessor(body, words)) asParagraph(body, words);
      note(notes, words);
    }
  }, rescueOrigin);
}

export interface RescueWatch {
  /** Is this the origin of what arrives from others? */
  readonly arrives: (origin: unknown) => boolean;
  /** The deletions named by the update that is arriving just now; null where it is not known. */
  readonly meant: () => DeleteSet | null;
  /** Clients this device typed under before, whose words are its own to bring back. */
  readonly ownClients: ReadonlySet<number>;
  /** Clients with this document open now, oneself included. */
  readonly present: () => Iterable<number>;
  /** May this person write now? */
  readonly mayWrite: () => boolean;
}

/** Milliseconds the author's own screen is given before another brings the words back. */
const courtesy = 2500;
/** Milliseconds after which somebody who is announced and does not act is taken to be gone: a telephone asleep in a pocket. */
const absence = 75_000;
/** Milliseconds between one of those present and the next; whoever deleted the block may be among them and have nothing to bring back. */
const turn = 700;
/** How many of those present try, each unless it is done. */
const witnesses = 6;

/** Watches a document from now on; the answer ends it. */
export function rescueWords(doc: Y.Doc, watch: RescueWatch): () => void {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (milliseconds: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      if (watch.mayWrite()) act();
    }, milliseconds);
    timers.add(timer);
  };
  const onTransaction = (transaction: Y.Transaction) => {
    if (!watch.arrives(transaction.origin)) return;
    const lost = lostIn(transaction, watch.meant);
    if (lost.length === 0) return;
    const present = new Set(watch.present());
    const act = (words: readonly LostWords[], milliseconds: number) => {
      if (words.length > 0) later(milliseconds, () => putBack(doc, words));
    };
    const own = lost.filter(({ client }) => client !== doc.clientID && watch.ownClients.has(client));
    const foreign = lost.filter(({ client }) => client !== doc.clientID && !watch.ownClients.has(client));
    // One's own at once: the next key is on its way, and would otherwise stand before the words it follows.
    const mine = lost.filter(({ client }) => client === doc.clientID);
    if (mine.length > 0 && watch.mayWrite()) putBack(doc, mine);
    // A client of this device that is still announced may be another tab, or this one before it was loaded anew.
    act(
      own.filter(({ client }) => !present.has(client)),
      0,
    );
    act(
      own.filter(({ client }) => present.has(client)),
      courtesy,
    );
    const rank = [...present].sort((one, other) => one - other).indexOf(doc.clientID);
    if (rank < 0 || rank >= witnesses) return;
    act(
      foreign.filter(({ client }) => !present.has(client)),
      courtesy + rank * turn,
    );
    act(
      foreign.filter(({ client }) => present.has(client)),
      absence + rank * turn,
    );
  };
  doc.on('afterTransaction', onTransaction);
  return () => {
    doc.off('afterTransaction', onTransaction);
    for (const timer of timers) clearTimeout(timer);
  };
}
