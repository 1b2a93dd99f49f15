// Brings the body of a Yjs document to a text that is wanted, block by block through their ids, and inside a block only where it is told to:
// everything else stays as it lies, with its authors and with what others type into it.
import type { Node } from '@tiptap/pm/model';
import { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { prosemirrorToYXmlFragment, updateYFragment } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { blockIdAttribute } from '../block-id.ts';
import { longestRising } from '../longest-rising.ts';
import { bodyField, createSchema } from '../schema.ts';
import type { DocumentJson } from '../seed.ts';
import { flowOf, joinedContent, known, sliceOf, wordChanges } from './inline-flow.ts';
import { blockKeys, idOf, isTextBlock, type Named } from './merged-body.ts';

const schema = createSchema();

/** A stretch of the words of a block that is to read otherwise; `format` where only its marks change. */
export interface WordEdit {
  readonly from: number;
  readonly to: number;
  readonly content: readonly DocumentJson[];
  readonly format: boolean;
}

/** By the id of the block, in the order of its words. */
export type WordEdits = ReadonlyMap<string, readonly WordEdit[]>;

/** Is that a text the schema allows? */
export function isWhole(body: DocumentJson): boolean {
  try {
    ProseMirrorNode.fromJSON(schema, body).check();
    return true;
  } catch {
    return false;
  }
}

/** The words of blocks that stay change by their `edits` alone; those without an entry by whatever they differ in. */
export function writeBody(doc: Y.Doc, { target, edits }: { target: DocumentJson; edits?: WordEdits }): void {
  doc.transact(() => align(doc, { parent: doc.getXmlFragment(bodyField), target, edits }));
}

interface Aligned {
  readonly parent: Y.XmlFragment;
  readonly target: DocumentJson;
  readonly edits: WordEdits | undefined;
}

function align(doc: Y.Doc, { parent, target, edits }: Aligned): void {
  const wanted = target.content ?? [];
  const there = parent.toArray();
  const places = new Map(blockKeys(there.map(described)).map((key, index) => [key, index]));
  const same = blockKeys(wanted).map((key) => places.get(key) ?? -1);
  const stay = new Map(longestRising(same).map(({ at, value }) => [at, value]));
  const kept = new Set(stay.values());
  for (let index = there.length - 1; index >= 0; index -= 1) if (!kept.has(index)) parent.delete(index, 1);
  wanted.forEach((node, at) => {
    const child = stay.has(at) ? parent.get(at) : undefined;
    if (child instanceof Y.XmlElement) become(doc, { block: child, target: node, edits });
    else parent.insert(at, [created(node)]);
  });
}

function become(
  doc: Y.Doc,
  { block, target, edits }: { block: Y.XmlElement; target: DocumentJson; edits: WordEdits | undefined },
): void {
  const wanted = known(target.attrs);
  for (const [name, value] of wanted) {
    if (JSON.stringify(block.getAttribute(name)) !== JSON.stringify(value)) block.setAttribute(name, value as string);
  }
  for (const name of Object.keys(block.getAttributes())) if (!wanted.some(([kept]) => kept === name)) block.removeAttribute(name);
  if (!isTextBlock(target)) return align(doc, { parent: block, target, edits });
  const told = edits?.get(idOf(target) ?? '') ?? difference(block, target);
  if (told.some(({ content }) => content.some(({ type }) => type !== 'text'))) {
    // What is no text stands beside the words, which Yjs then cuts in two: left to the binding, which does so for the editor.
    updateYFragment(doc, block, ProseMirrorNode.fromJSON(schema, target), { mapping: new Map(), isOMark: new Map() });
    return;
  }
  // From the end, so that the places of those before stay.
  for (const edit of [...told].reverse()) editWords(block, edit);
}

function difference(block: Y.XmlElement, target: DocumentJson): WordEdit[] {
  const now = flowOf(joinedContent(inlineOf(block)));
  const then = flowOf(joinedContent(target.content ?? []));
  return wordChanges(now, then).map(({ change, body: [from, to], fork }) => ({
    from,
    to,
    content: sliceOf(then, fork),
    format: change === 'format',
  }));
}

/** The words of a block as ProseMirror's JSON. */
function inlineOf(block: Y.XmlElement): DocumentJson[] {
  return block.toArray().flatMap((child): DocumentJson[] => {
    if (!(child instanceof Y.XmlText))
      return child instanceof Y.XmlElement ? [{ type: child.nodeName, attrs: child.getAttributes() }] : [];
    return (child.toDelta() as { insert: string; attributes?: Record<string, object> }[]).map(({ insert, attributes = {} }) => ({
      type: 'text',
      text: insert,
      marks: Object.entries(attributes).map(([type, attrs]) => ({ type, attrs })),
    }));
  });
}

function editWords(block: Y.XmlElement, { from, to, content, format }: WordEdit): void {
  if (format) {
    let at = from;
    for (const node of content) {
      const end = at + (node.text ?? '').length;
      formatWords(block, { from: at, to: end, marks: attributesOf(node) });
      at = end;
    }
    return;
  }
  const hadText = block.toArray().some((child) => child instanceof Y.XmlText);
  deleteWords(block, { from, to });
  if (content.length === 0) return;
  let text = hadText ? textAt(block, from) : null;
  let offset = text === null ? 0 : from - text.start;
  if (text === null) {
    const made = new Y.XmlText();
    const index = childrenOf(block).filter(({ end }) => end <= from).length;
    block.insert(index, [made]);
    text = { child: made, start: from, end: from };
    offset = 0;
  }
  for (const node of content) {
    const words = node.text ?? '';
    text.child.insert(offset, words, attributesOf(node));
    offset += words.length;
  }
}

interface Child {
  readonly child: Y.XmlElement | Y.XmlText | Y.XmlHook;
  readonly start: number;
  readonly end: number;
}

function childrenOf(block: Y.XmlElement): Child[] {
  let at = 0;
  return block.toArray().map((child) => {
    const start = at;
    at += child instanceof Y.XmlText ? child.length : 1;
    return { child, start, end: at };
  });
}

/** The words that reach that place; those before it rather than those after. */
function textAt(block: Y.XmlElement, at: number): { child: Y.XmlText; start: number; end: number } | null {
  for (const { child, start, end } of childrenOf(block))
    if (child instanceof Y.XmlText && start <= at && at <= end) return { child, start, end };
  return null;
}

function deleteWords(block: Y.XmlElement, { from, to }: { from: number; to: number }): void {
  const children = childrenOf(block);
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const { child, start, end } = children[index] as Child;
    const [first, last] = [Math.max(from, start), Math.min(to, end)];
    if (first >= last) continue;
    if (child instanceof Y.XmlText) child.delete(first - start, last - first);
    else block.delete(index, 1);
  }
}

function formatWords(
  block: Y.XmlElement,
  { from, to, marks }: { from: number; to: number; marks: Record<string, unknown> },
): void {
  for (const { child, start, end } of childrenOf(block)) {
    const [first, last] = [Math.max(from, start), Math.min(to, end)];
    if (first >= last || !(child instanceof Y.XmlText)) continue;
    const had = (child.toDelta() as { attributes?: object }[]).flatMap(({ attributes = {} }) => Object.keys(attributes));
    const others = Object.fromEntries(had.filter((name) => !(name in marks)).map((name) => [name, null]));
    child.format(first - start, last - first, { ...others, ...marks });
  }
}

function attributesOf({ marks = [] }: DocumentJson): Record<string, unknown> {
  return Object.fromEntries(marks.map(({ type, attrs }) => [type, attrs ?? {}]));
}

/** A block as a new element of its own, with all it holds. */
function created(json: DocumentJson): Y.XmlElement {
  const node: Node = ProseMirrorNode.fromJSON(schema, json);
  const scratch = new Y.Doc();
  const fragment = prosemirrorToYXmlFragment(schema.topNodeType.create(null, [node]), scratch.getXmlFragment(bodyField));
  return (fragment.get(0) as Y.XmlElement).clone();
}

function described(child: Y.XmlElement | Y.XmlText | Y.XmlHook): Named {
  return child instanceof Y.XmlElement
    ? { type: child.nodeName, attrs: { [blockIdAttribute]: child.getAttribute(blockIdAttribute) } }
    : {};
}
