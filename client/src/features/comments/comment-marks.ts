// Marks the words that are commented, and knows where each thread stands. One plugin for as long as the text is open: what changes is given to
// it. One's own typing moves the marks; with what arrives from others, which puts the whole text anew, and a moment after one stops, they are
// placed again by their anchors.
import { placesOfAnchors, type AnchorPlace, type Anchored, type TextNow } from '@cocrea/shared/document/comment-anchors.ts';
import { isFromYjs } from '@cocrea/shared/document/keep-block-ids.ts';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import type * as Y from 'yjs';

export interface Commented extends Anchored {
  readonly id: string;
  /** Resolved ones are marked only while somebody looks at them. */
  readonly isOpen: boolean;
}
export interface Shown {
  readonly threads: readonly Commented[];
  readonly picked: string | null;
}
export type ThreadPlaces = ReadonlyMap<string, AnchorPlace | null>;

interface MarksState extends Shown {
  readonly places: ThreadPlaces;
  readonly marks: DecorationSet;
}

const key = new PluginKey<MarksState>('commentMarks');
const nowhere: ThreadPlaces = new Map();
const nothing: MarksState = { threads: [], picked: null, places: nowhere, marks: DecorationSet.empty };
/** Milliseconds without a change after which anchors are looked at again: a block that was moved is another one for them. */
const pause = 400;

function bodyOf(state: EditorState): Y.XmlFragment | null {
  return (ySyncPluginKey.getState(state) as { type: Y.XmlFragment } | undefined)?.type ?? null;
}

/** The text as the editor and the shared document have it; null before they are bound. */
export function textNow({ state }: EditorView): TextNow | null {
  const body = bodyOf(state);
  return body === null ? null : { body, doc: state.doc };
}

function placed({ threads, picked }: Shown, text: TextNow): MarksState {
  const found = placesOfAnchors(text, threads);
  const places = new Map(threads.map(({ id }, index) => [id, found[index] ?? null]));
  return { threads, picked, places, marks: drawn(text.doc, { threads, picked, places }) };
}

function drawn(doc: Node, { threads, picked, places }: Omit<MarksState, 'marks'>): DecorationSet {
  const marks = threads.flatMap(({ id, isOpen }) => {
    const place = places.get(id);
    if (place == null || (!isOpen && id !== picked)) return [];
    const name = id === picked ? 'commented commented-picked' : 'commented';
    return [Decoration.inline(place.from, place.to, { class: name, 'data-comment': id })];
  });
  return DecorationSet.create(doc, marks);
}

function moved(before: MarksState, { mapping, doc }: Transaction): MarksState {
  const places = new Map(
    [...before.places].map(([id, place]): [string, AnchorPlace | null] => {
      const from = place === null ? 0 : mapping.map(place.from, 1);
      const to = place === null ? 0 : mapping.map(place.to, -1);
      return [id, place === null || from >= to ? null : { from, to, by: place.by }];
    }),
  );
  return { ...before, places, marks: before.marks.map(mapping, doc) };
}

/** `onPick` is told the thread whose mark was touched, and whether it was the one that is looked at already. */
export function commentMarks(onPick: (id: string, again: boolean) => void): Plugin<MarksState> {
  return new Plugin<MarksState>({
    key,
    state: {
      init: () => nothing,
      apply: (transaction, before, old) => {
        const given = transaction.getMeta(key) as Shown | undefined;
        const body = bodyOf(old);
        if (given !== undefined || isFromYjs(transaction)) {
          return body === null ? { ...before, ...given } : placed(given ?? before, { body, doc: transaction.doc });
        }
        return transaction.docChanged ? moved(before, transaction) : before;
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.marks,
      handleClick: (view, _pos, event) => {
        const touched = event.target instanceof Element ? event.target.closest('[data-comment]') : null;
        const id = touched?.getAttribute('data-comment');
        if (id) onPick(id, key.getState(view.state)?.picked === id);
        return false;
      },
    },
    view: (view) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = (): void => {
        const state = key.getState(view.state);
        const text = textNow(view);
        // While an accent is being composed nothing is drawn anew.
        if (view.isDestroyed || state === undefined || text === null) return;
        if (view.composing) return later();
        const now = placed(state, text);
        if (!samePlaces(now.places, state.places)) show(view, now);
      };
      function later(): void {
        clearTimeout(timer);
        timer = setTimeout(look, pause);
      }
      return {
        update: (_view, before) => {
          if (before.doc !== view.state.doc && (key.getState(view.state)?.threads.length ?? 0) > 0) later();
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });
}

function samePlaces(one: ThreadPlaces, other: ThreadPlaces): boolean {
  return [...one].every(([id, place]) => {
    const there = other.get(id) ?? null;
    return place?.from === there?.from && place?.to === there?.to && place?.by === there?.by;
  });
}

function show(view: EditorView, { threads, picked }: Shown): void {
  view.dispatch(view.state.tr.setMeta(key, { threads, picked }).setMeta('addToHistory', false));
}

/** Marks these from now on; after an accent that is being composed. Gives how to stop waiting for it. */
export function showThreads(view: EditorView, shown: Shown): () => void {
  if (!view.composing) {
    show(view, shown);
    return () => undefined;
  }
  const later = (): void =>
    void setTimeout(() => {
      if (!view.isDestroyed) show(view, shown);
    });
  view.dom.addEventListener('compositionend', later, { once: true });
  return () => view.dom.removeEventListener('compositionend', later);
}

export function placesIn(state: EditorState): ThreadPlaces {
  return key.getState(state)?.places ?? nowhere;
}

/** The innermost open thread a place of the text stands in. */
export function threadAt(state: EditorState, pos: number): string | null {
  const there = [...placesIn(state)].flatMap(([id, place]) =>
    place !== null && place.from <= pos && pos <= place.to ? [{ id, length: place.to - place.from }] : [],
  );
  return there.sort((one, other) => one.length - other.length)[0]?.id ?? null;
}

/** Brings the words of a thread into view; false where they are not marked (yet). */
export function showWords(dom: HTMLElement, id: string): boolean {
  const marked = dom.querySelector(`[data-comment="${CSS.escape(id)}"]`);
  marked?.scrollIntoView({ block: 'center', behavior: 'smooth' });
  return marked !== null;
}
