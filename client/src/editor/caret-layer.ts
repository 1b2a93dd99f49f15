// Draws the carets and selections of the others over the text and never in it: what stands in the text beside a caret costs keystrokes and
// breaks accents that are being composed. Two layers, one behind the words for tints and one before them for carets.
import { relativePositionToAbsolutePosition } from '@tiptap/y-tiptap';
import type { EditorView } from '@tiptap/pm/view';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { initialsOf } from '../ui/PersonMark.tsx';
import { othersIn, type Present } from './presence.ts';
import { boundTo } from './publish-caret.ts';

export interface CaretLayers {
  readonly behind: HTMLElement;
  readonly before: HTMLElement;
}

/** Milliseconds a name stays written out after its caret moved; then its initials stand for it. */
const named = 4000;
/** Pieces of one selection that are drawn; a selection of the whole document needs no more to be seen. */
const mostPieces = 200;

interface Drawn {
  readonly caret: HTMLElement;
  readonly name: HTMLElement;
  where: string;
  timer: ReturnType<typeof setTimeout> | undefined;
}

export class CaretLayer {
  readonly #view: EditorView;
  readonly #awareness: Awareness;
  readonly #layers: CaretLayers;
  readonly #drawn = new Map<number, Drawn>();
  readonly #resized: ResizeObserver;
  #frame = 0;
  /** Whose caret is to be brought into view once the text it stands in has arrived: presence may come before the words. */
  #wished: number | null = null;

  constructor(view: EditorView, { awareness, layers }: { awareness: Awareness; layers: CaretLayers }) {
    this.#view = view;
    this.#awareness = awareness;
    this.#layers = layers;
    this.#resized = new ResizeObserver(this.redraw);
    this.#resized.observe(view.dom);
    awareness.on('change', this.redraw);
    // Wide tables scroll inside the text.
    view.dom.addEventListener('scroll', this.redraw, { capture: true, passive: true });
    this.redraw();
  }

  /** Draws at the next frame, when the text on the screen and the shared document agree again. */
  readonly redraw = (): void => {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#draw);
  };

  /** Brings a person's caret into view and writes their name out: now, or with the words it stands in, unless another is asked for first. */
  show(clientId: number): void {
    this.#wished = clientId;
    this.#draw();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    this.#resized.disconnect();
    this.#awareness.off('change', this.redraw);
    this.#view.dom.removeEventListener('scroll', this.redraw, { capture: true });
    for (const drawn of this.#drawn.values()) clearTimeout(drawn.timer);
    this.#layers.behind.replaceChildren();
    this.#layers.before.replaceChildren();
  }

  readonly #draw = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const view = this.#view;
    const bound = view.isDestroyed ? null : boundTo(view);
    if (!bound) return;
    const others = othersIn(this.#awareness);
    // Alone in the text one's own keys measure nothing.
    if (others.length === 0 && this.#drawn.size === 0) return;
    const size = view.state.doc.content.size;
    const place = (position: Y.RelativePosition): number | null => {
      const pos = relativePositionToAbsolutePosition(bound.doc, bound.type, position, bound.binding.mapping);
      return pos === null ? null : Math.min(pos, size);
    };
    // All measuring before all drawing, so that the page is laid out once.
    const frame = this.#layers.before.getBoundingClientRect();
    const seen = new Set<number>();
    const tints: HTMLElement[] = [];
    const moves: (() => void)[] = [];
    for (const other of others) {
      const anchor = other.caret && place(other.caret.anchor);
      const head = other.caret && place(other.caret.head);
      if (anchor === null || head === null) continue;
      const box = this.#boxAt(head);
      if (!box) continue;
      seen.add(other.clientId);
      const where = { x: box.left - frame.left, y: box.top - frame.top, height: box.bottom - box.top };
      moves.push(() => this.#put(other, where));
      if (anchor !== head) {
        for (const piece of this.#piecesOf(Math.min(anchor, head), Math.max(anchor, head))) tints.push(tint(other, piece, frame));
      }
    }
    for (const move of moves) move();
    this.#layers.behind.replaceChildren(...tints);
    for (const [clientId, drawn] of this.#drawn) {
      if (seen.has(clientId)) continue;
      clearTimeout(drawn.timer);
      drawn.caret.remove();
      this.#drawn.delete(clientId);
    }
    this.#grantWish();
  };

  #grantWish(): void {
    const drawn = this.#wished === null ? undefined : this.#drawn.get(this.#wished);
    if (!drawn) return;
    this.#wished = null;
    drawn.caret.scrollIntoView({ block: 'center' });
    this.#writeOut(drawn);
  }

  #boxAt(pos: number): { left: number; top: number; bottom: number } | null {
    try {
      return this.#view.coordsAtPos(pos, 1);
    } catch {
      return null;
    }
  }

  #piecesOf(from: number, to: number): DOMRect[] {
    const pieces: DOMRect[] = [];
    const range = document.createRange();
    this.#view.state.doc.nodesBetween(from, to, (node, pos) => {
      if (pieces.length >= mostPieces) return false;
      if (!node.isText) return true;
      const start = this.#view.domAtPos(Math.max(from, pos), 1);
      const end = this.#view.domAtPos(Math.min(to, pos + node.nodeSize), -1);
      range.setStart(start.node, start.offset);
      range.setEnd(end.node, end.offset);
      pieces.push(...range.getClientRects());
      return false;
    });
    return pieces.slice(0, mostPieces);
  }

  #put(other: Present, { x, y, height }: { x: number; y: number; height: number }): void {
    let drawn = this.#drawn.get(other.clientId);
    if (!drawn) {
      drawn = make(other);
      this.#drawn.set(other.clientId, drawn);
      this.#layers.before.append(drawn.caret);
    }
    drawn.caret.dataset['person'] = String(other.color);
    drawn.caret.dataset['kind'] = other.actorKind;
    drawn.caret.style.transform = `translate(${x}px, ${y}px)`;
    drawn.caret.style.height = `${height}px`;
    // Near the right edge the name is written to the left, near the top below.
    drawn.caret.classList.toggle('caret-left', x > this.#layers.before.clientWidth - 140);
    drawn.caret.classList.toggle('caret-below', y < 20);
    const where = JSON.stringify(other.caret?.head);
    if (drawn.where !== where || drawn.name.dataset['full'] !== other.name) {
      drawn.where = where;
      drawn.name.dataset['full'] = other.name;
      this.#writeOut(drawn);
    }
  }

  #writeOut(drawn: Drawn): void {
    const full = drawn.name.dataset['full'] ?? '';
    clearTimeout(drawn.timer);
    drawn.name.textContent = full;
    drawn.timer = setTimeout(() => {
      drawn.name.textContent = initialsOf(full);
    }, named);
  }
}

function make(other: Present): Drawn {
  const caret = document.createElement('span');
  caret.className = 'caret';
  caret.contentEditable = 'false';
  const flag = document.createElement('span');
  flag.className = 'caret-flag';
  const name = document.createElement('span');
  name.dataset['full'] = '';
  flag.append(name);
  caret.append(flag);
  caret.dataset['person'] = String(other.color);
  return { caret, name, where: '', timer: undefined };
}

function tint(other: Present, piece: DOMRect, frame: DOMRect): HTMLElement {
  const element = document.createElement('span');
  element.className = 'tint';
  element.dataset['person'] = String(other.color);
  element.style.transform = `translate(${piece.left - frame.left}px, ${piece.top - frame.top}px)`;
  element.style.width = `${piece.width}px`;
  element.style.height = `${piece.height}px`;
  return element;
}
