// Draws suggestions over a text: in a fork what it has and lost, in the draft what it would lose and get. What is not in the text is drawn by the
// style sheet out of attributes: nothing stands in the document that a caret or an accent could stumble over.
import { blockIdAttribute } from '@cocrea/shared/document/block-id.ts';
import { isFromYjs } from '@cocrea/shared/document/keep-block-ids.ts';
import type { Suggestion, SuggestionPart } from '@cocrea/shared/domain/suggestion.ts';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { personColor } from '../../ui/PersonMark.tsx';
import type { SuggestionWords } from './words.ts';

/** One author's. */
export interface Marked {
  readonly author: { readonly name: string; readonly color: number };
  readonly suggestions: readonly Suggestion[];
}

interface Drawing {
  readonly side: 'body' | 'fork';
  readonly say: SuggestionWords['mark'];
}

interface Block {
  readonly node: Node;
  readonly pos: number;
}

const key = new PluginKey<MarksState>('suggestionMarks');
/** Blocks that have room for another under them; in a table the panel alone tells. */
const drawnBeside = /^(?:paragraph|heading|listItem|taskItem|blockquote)$/;
/** Characters of a block that is drawn beside the text. */
const longest = 400;

interface MarksState {
  readonly marked: readonly Marked[];
  readonly marks: DecorationSet;
}

/** Draws what `showMarked` gives it; `onPick` is told the suggestion whose mark was touched. */
export function suggestionMarks(drawing: Drawing & { readonly onPick?: (id: string) => void }): Plugin {
  const draw = (doc: Node, marked: readonly Marked[]): MarksState => ({
    marked,
    marks: DecorationSet.create(doc, decorationsIn(doc, marked, drawing)),
  });
  return new Plugin<MarksState>({
    key,
    state: {
      init: () => ({ marked: [], marks: DecorationSet.empty }),
      apply: (transaction, before) => {
        const marked = transaction.getMeta(key) as readonly Marked[] | undefined;
        // What arrives from others puts whole stretches anew, and the marks in them would go: they are drawn again. One's own typing moves them.
        if (marked !== undefined || isFromYjs(transaction)) return draw(transaction.doc, marked ?? before.marked);
        return transaction.docChanged ? { ...before, marks: before.marks.map(transaction.mapping, transaction.doc) } : before;
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleClick: (_view, _pos, event) => {
        const touched = event.target instanceof Element ? event.target.closest('[data-suggestion]') : null;
        const id = touched?.getAttribute('data-suggestion');
        if (id) drawing.onPick?.(id);
        return false;
      },
    },
  });
}

/** While an accent is being composed nothing is drawn anew: then it is after it. */
export function showMarked(view: EditorView, marked: readonly Marked[]): () => void {
  const show = (): void => {
    if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, marked));
  };
  if (!view.composing) {
    show();
    return () => undefined;
  }
  const later = (): void => void setTimeout(show);
  view.dom.addEventListener('compositionend', later, { once: true });
  return () => view.dom.removeEventListener('compositionend', later);
}

export function decorationsIn(doc: Node, marked: readonly Marked[], drawing: Drawing): Decoration[] {
  const blocks = new Map<string, Block>();
  doc.descendants((node, pos) => {
    const id: unknown = node.attrs[blockIdAttribute];
    if (typeof id === 'string' && !blocks.has(id)) blocks.set(id, { node, pos });
    return !node.isTextblock;
  });
  const beside: Beside[] = [];
  const drawn = marked.flatMap(({ author, suggestions }) =>
    suggestions.flatMap((suggestion) =>
      suggestion.parts.flatMap((part) => {
        const color = personColor(author.color);
        const look = { 'data-suggestion': suggestion.id, style: `--person: ${color}` };
        if (part.what === 'words') return words(part, { blocks, look, author, drawing });
        const word = wordOf(part, { suggestion, drawing });
        if (part.what === 'changed' || (part.what === 'removed') === (drawing.side === 'body')) {
          return block(part, { blocks, look, word });
        }
        const there = besideOf(part, { doc, blocks });
        const text = part.text === '' ? '¶' : part.text.slice(0, longest);
        if (there !== null)
          beside.push({
            ...there,
            look,
            color,
            struck: part.what === 'removed',
            text: drawing.say.beside(word, author.name, text),
          });
        return [];
      }),
    ),
  );
  return [...drawn, ...drawBeside(beside)];
}

/** A block that stands on the other side only, at the block it is drawn with. */
interface Beside {
  readonly at: Block;
  readonly where: 'above' | 'below';
  readonly look: Drawn['look'];
  readonly color: string;
  readonly struck: boolean;
  readonly text: string;
}

/** Several at one block are drawn as lines of one. */
function drawBeside(all: readonly Beside[]): Decoration[] {
  const places = new Map<string, Beside[]>();
  for (const one of all) {
    const place = `${one.at.pos} ${one.where}`;
    places.set(place, [...(places.get(place) ?? []), one]);
  }
  return [...places.values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const { at, where, look, color } = first;
    const style = `--person: ${some.every((one) => one.color === color) ? color : 'var(--text)'}`;
    const name = `suggested-beside ${where}${some.every(({ struck }) => struck) ? ' suggested-struck' : ''}`;
    const attributes = { ...look, style, class: name, [`data-${where}`]: some.map(({ text }) => text).join('\n') };
    return [Decoration.node(at.pos, at.pos + at.node.nodeSize, attributes)];
  });
}

interface Drawn {
  readonly blocks: ReadonlyMap<string, Block>;
  readonly look: { readonly 'data-suggestion': string; readonly style: string };
  readonly drawing: Drawing;
}

function words(
  part: Extract<SuggestionPart, { what: 'words' }>,
  { blocks, look, author, drawing: { side, say } }: Drawn & { author: Marked['author'] },
): Decoration[] {
  const there = blocks.get(part.blockId);
  if (there === undefined) return [];
  const { node, pos } = there;
  const [from, to] = part[side];
  // The text has moved on since: the next answer tells where it is now.
  if (
    to > node.content.size ||
    (part.change !== 'format' && plain(node, from, to) !== (side === 'body' ? part.before : part.after))
  )
    return [];
  const at = (offset: number): number => pos + 1 + offset;
  const has = side === 'body' ? 'del' : 'ins';
  const title = (has === 'del' ? say.deleted : say.inserted)(author.name);
  if (part.change === 'format') {
    return [
      Decoration.inline(at(from), at(to), {
        ...look,
        nodeName: 'span',
        class: 'suggested-format',
        title: say.format(author.name),
      }),
    ];
  }
  const own = from < to ? [Decoration.inline(at(from), at(to), { ...look, nodeName: has, class: 'suggested', title })] : [];
  const other = side === 'body' ? part.after : part.before;
  if (other === '') return own;
  const kind = side === 'body' ? 'suggested-would-be' : 'suggested-was';
  const [data, name] = side === 'body' ? ['data-after', `${kind} after`] : ['data-before', `${kind} before`];
  if (from < to) {
    return [...own, Decoration.inline(at(from), at(to), { ...look, nodeName: 'span', class: name, [data]: other })];
  }
  // Nothing of it is in the text: it is drawn at the letter before, or the one after, or in the empty block.
  if (from > 0)
    return [
      Decoration.inline(at(from - 1), at(from), { ...look, nodeName: 'span', class: `${kind} after`, 'data-after': other }),
    ];
  if (node.content.size > 0)
    return [Decoration.inline(at(0), at(1), { ...look, nodeName: 'span', class: `${kind} before`, 'data-before': other })];
  return [Decoration.node(pos, pos + node.nodeSize, { ...look, class: `${kind} after`, 'data-after': other })];
}

type OfBlocks = Exclude<SuggestionPart, { what: 'words' }>;

function wordOf(part: OfBlocks, { suggestion, drawing: { say } }: { suggestion: Suggestion; drawing: Drawing }): string {
  if (suggestion.kind === 'move_block') return say.moved;
  if (part.what === 'changed' || suggestion.kind === 'change_block') return say.changed;
  return part.what === 'removed' ? say.removed : say.added;
}

function block(part: OfBlocks, { blocks, look, word }: Pick<Drawn, 'blocks' | 'look'> & { word: string }): Decoration[] {
  const there = blocks.get(part.blockId);
  if (there === undefined) return [];
  const name = `suggested-block${part.what === 'removed' ? ' suggested-gone' : ''}`;
  return [Decoration.node(there.pos, there.pos + there.node.nodeSize, { ...look, class: name, 'data-word': word })];
}

/** What stands on the other side only is drawn under the block it would follow, or over the first of its container. */
function besideOf(
  part: Exclude<OfBlocks, { what: 'changed' }>,
  { doc, blocks }: { doc: Node; blocks: ReadonlyMap<string, Block> },
): Pick<Beside, 'at' | 'where'> | null {
  const { containerId, afterId } = part.place;
  const at = afterId === null ? firstOf(doc, containerId, blocks) : blocks.get(afterId);
  if (at === undefined || !drawnBeside.test(at.node.type.name)) return null;
  return { at, where: afterId === null ? 'above' : 'below' };
}

function firstOf(doc: Node, containerId: string | null, blocks: ReadonlyMap<string, Block>): Block | undefined {
  const container = containerId === null ? null : blocks.get(containerId);
  const first = (container === null ? doc : container?.node)?.firstChild;
  const id: unknown = first?.attrs[blockIdAttribute];
  return typeof id === 'string' ? blocks.get(id) : undefined;
}

/** The words of a stretch as a suggestion tells them. */
function plain(node: Node, from: number, to: number): string {
  return node.textBetween(from, to, '', (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : leaf.type.name === 'footnote' ? `[${String(leaf.attrs['text'] ?? '')}]` : '',
  );
}

/** Brings a suggestion into view; false where the text does not show it. */
export function showSuggestion(dom: HTMLElement, { id, blockId }: Pick<Suggestion, 'id' | 'blockId'>): boolean {
  const there =
    dom.querySelector(`[data-suggestion="${CSS.escape(id)}"]`) ?? dom.querySelector(`[data-id="${CSS.escape(blockId)}"]`);
  there?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  return there !== null;
}
