// Makes an edit of a text, told as data, in its Yjs document: blocks are found by the ids they keep for life, and what does not change is
// left as it lies, with its authors and with what others type into it at the same moment.
import type { Node } from '@tiptap/pm/model';
import { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { prosemirrorToYXmlFragment, updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { blockIdAttribute, newBlockId } from './block-id.ts';
import type { BodyEdit } from './body-edit.ts';
import { longestRising } from './longest-rising.ts';
import { bodyField, createSchema } from './schema.ts';

const schema = createSchema();
/** Nodes whose content is words. */
const textBlocks = new Set(['paragraph', 'heading']);
/** What a list is continued with. */
const items = new Set(['listItem', 'taskItem']);

/** False where a block it names is not in the text (any more): then nothing was changed. Throws RangeError for a body that does not fit the schema. */
export function editBody(doc: Y.Doc, edit: BodyEdit): boolean {
  const body = doc.getXmlFragment(bodyField);
  switch (edit.kind) {
    case 'append':
      return append(doc, { block: blockOf(body, edit.blockId), text: edit.text });
    case 'insert_after':
      return insertAfter(doc, { block: blockOf(body, edit.blockId), paragraphs: edit.paragraphs });
    case 'read_like': {
      const target = ProseMirrorNode.fromJSON(schema, edit.body);
      target.check();
      doc.transact(() => align(doc, { parent: body, target }));
      return true;
    }
  }
}

function append(doc: Y.Doc, { block, text }: { block: Y.XmlElement | null; text: string }): boolean {
  const holder = block === null ? null : lastTextBlock(block);
  if (holder === null) return false;
  doc.transact(() => {
    const last = holder.length > 0 ? holder.get(holder.length - 1) : undefined;
    const written = last instanceof Y.XmlText ? last : new Y.XmlText();
    if (written !== last) holder.insert(holder.length, [written]);
    const before = plainOf(written);
    const gap = before === '' || /\s$/.test(before) ? '' : ' ';
    // Whatever format the words before it have ends before it.
    const formats = Object.fromEntries(Object.keys(lastFormat(written)).map((name) => [name, null]));
    written.insert(written.length, `${gap}${text}`, formats);
  });
  return true;
}

function insertAfter(
  doc: Y.Doc,
  { block, paragraphs }: { block: Y.XmlElement | null; paragraphs: readonly { id: string; text: string }[] },
): boolean {
  const place = block === null ? null : placeOf(block);
  if (place === null) return false;
  doc.transact(() => {
    const made = paragraphs.map(({ id, text }) => {
      const paragraph = element('paragraph', id);
      if (text !== '') paragraph.insert(0, [new Y.XmlText(text)]);
      if (place.item === null) return paragraph;
      const item = element(place.item, newBlockId());
      if (place.item === 'taskItem') item.setAttribute('checked', false as unknown as string);
      item.insert(0, [paragraph]);
      return item;
    });
    place.parent.insert(place.index + 1, made);
  });
  return true;
}

/** Where something new goes after a block: beside it, or as the next item of the list it stands in. */
function placeOf(block: Y.XmlElement): { parent: Y.XmlFragment; index: number; item: string | null } | null {
  const { parent } = block;
  if (!(parent instanceof Y.XmlFragment)) return null;
  if (parent instanceof Y.XmlElement && items.has(parent.nodeName)) return placeOf(parent);
  // Rows and cells are what a table is made of: what comes after one of them comes after the table, but for words in a cell.
  if (/^table(?:Row|Cell|Header)$/.test(block.nodeName)) return parent instanceof Y.XmlElement ? placeOf(parent) : null;
  return { parent, index: parent.toArray().indexOf(block), item: items.has(block.nodeName) ? block.nodeName : null };
}

/** Brings the children of `parent` to those of `target`: the same blocks stay where they lie, others go and come. */
function align(doc: Y.Doc, { parent, target }: { parent: Y.XmlFragment; target: Node }): void {
  const wanted = target.children;
  const there = parent.toArray();
  const ids = new Map(there.flatMap((child, index) => (child instanceof Y.XmlElement ? [[keyOf(child), index] as const] : [])));
  // Blocks that stay are those of the longest run that is in the same order on both sides.
  const stay = longestRising(wanted.map((node) => ids.get(keyOfNode(node)) ?? -1));
  const kept = new Map(stay.map(({ at, value }) => [value, wanted[at] as Node]));
  for (let index = there.length - 1; index >= 0; index -= 1) if (!kept.has(index)) parent.delete(index, 1);
  let position = 0;
  const staying = new Set(stay.map(({ at }) => at));
  wanted.forEach((node, at) => {
    const child = parent.length > position ? parent.get(position) : undefined;
    if (!staying.has(at)) parent.insert(position, [created(node)]);
    else if (child instanceof Y.XmlElement) become(doc, { block: child, target: node });
    position += 1;
  });
}

function become(doc: Y.Doc, { block, target }: { block: Y.XmlElement; target: Node }): void {
  if (target.isTextblock) {
    updateYFragment(doc, block, target, { mapping: new Map(), isOMark: new Map() });
    return;
  }
  const wanted = Object.entries(target.attrs).filter(([, value]) => value !== null);
  for (const [name, value] of wanted) {
    if (JSON.stringify(block.getAttribute(name)) !== JSON.stringify(value)) block.setAttribute(name, value as string);
  }
  for (const name of Object.keys(block.getAttributes())) if (!wanted.some(([kept]) => kept === name)) block.removeAttribute(name);
  align(doc, { parent: block, target });
}

/** A block as a new element of its own, with all it holds. */
function created(node: Node): Y.XmlElement {
  const scratch = new Y.Doc();
  const fragment = prosemirrorToYXmlFragment(schema.topNodeType.create(null, [node]), scratch.getXmlFragment(bodyField));
  return (fragment.get(0) as Y.XmlElement).clone();
}

/** The same block is one of the same id and kind: a paragraph that became a heading is another element. */
function keyOf(block: Y.XmlElement): string {
  return `${block.nodeName} ${block.getAttribute(blockIdAttribute) ?? ''}`;
}
function keyOfNode(node: Node): string {
  return `${node.type.name} ${(node.attrs[blockIdAttribute] as string | null) ?? ''}`;
}

function blockOf(parent: Y.XmlFragment, id: string): Y.XmlElement | null {
  for (const child of parent.toArray()) {
    if (!(child instanceof Y.XmlElement)) continue;
    if (child.getAttribute(blockIdAttribute) === id) return child;
    const within = blockOf(child, id);
    if (within !== null) return within;
  }
  return null;
}

function lastTextBlock(block: Y.XmlElement): Y.XmlElement | null {
  if (textBlocks.has(block.nodeName)) return block;
  const children = block.toArray().filter((child) => child instanceof Y.XmlElement);
  const last = children.at(-1);
  return last === undefined ? null : lastTextBlock(last);
}

function element(name: string, id: string): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.setAttribute(blockIdAttribute, id);
  return made;
}

function plainOf(text: Y.XmlText): string {
  return (text.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}

function lastFormat(text: Y.XmlText): object {
  return (text.toDelta() as { attributes?: object }[]).at(-1)?.attributes ?? {};
}
