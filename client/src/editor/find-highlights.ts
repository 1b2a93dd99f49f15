// Marks what was searched for, and which of the places one stands on. The marks are decorations: the text is not touched.
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { findMatches, type Match } from './find-matches.ts';

interface FindState {
  readonly query: string;
  readonly matches: readonly Match[];
  /** Index into `matches`; -1 where there is none. */
  readonly current: number;
  readonly marks: DecorationSet;
}

type FindCommand = { readonly query: string } | { readonly step: 1 | -1 };

const key = new PluginKey<FindState>('findHighlights');
const nothing: FindState = { query: '', matches: [], current: -1, marks: DecorationSet.empty };

export function findState(state: EditorState): Pick<FindState, 'query' | 'matches' | 'current'> {
  return key.getState(state) ?? nothing;
}

function search(state: EditorState, { query, near }: { query: string; near: number }): FindState {
  const matches = findMatches(state.doc, query);
  const after = matches.findIndex(({ from }) => from >= near);
  return mark(state, { query, matches, current: matches.length === 0 ? -1 : Math.max(after, 0) });
}

function mark(state: EditorState, found: Omit<FindState, 'marks'>): FindState {
  const decorations = found.matches.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: index === found.current ? 'found found-current' : 'found' }),
  );
  return { ...found, marks: DecorationSet.create(state.doc, decorations) };
}

function apply(transaction: Transaction, { before, after }: { before: FindState; after: EditorState }): FindState {
  const command = transaction.getMeta(key) as FindCommand | undefined;
  if (command && 'query' in command) return search(after, { query: command.query, near: after.selection.from });
  if (command && before.matches.length > 0) {
    const current = (before.current + command.step + before.matches.length) % before.matches.length;
    return mark(after, { ...before, current });
  }
  if (!transaction.docChanged || before.query === '') return before;
  // While an accent is being composed the marks only move: rebuilding them would end the composition.
  if (transaction.getMeta('composition') !== undefined)
    return { ...before, marks: before.marks.map(transaction.mapping, after.doc) };
  const at = before.matches[before.current];
  return search(after, { query: before.query, near: at ? transaction.mapping.map(at.from, -1) : 0 });
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    findHighlights: {
      /** Marks every place that says `query`; the empty string unmarks all. */
      find: (query: string) => ReturnType;
      /** Goes to the next place, or with -1 to the one before, and brings it into view. */
      findStep: (step: 1 | -1) => ReturnType;
      /** Puts the selection on the place one stands on. */
      selectFound: () => ReturnType;
    };
  }
}

export const FindHighlights = Extension.create({
  name: 'findHighlights',
  addCommands() {
    return {
      find:
        (query) =>
        ({ tr, dispatch }) => {
          if (dispatch) tr.setMeta(key, { query } satisfies FindCommand);
          return true;
        },
      findStep:
        (step) =>
        ({ tr, dispatch }) => {
          if (dispatch) tr.setMeta(key, { step } satisfies FindCommand);
          return true;
        },
      selectFound:
        () =>
        ({ tr, state, dispatch }) => {
          const { matches, current } = findState(state);
          const match = matches[current];
          if (!match) return false;
          if (dispatch) tr.setSelection(TextSelection.create(tr.doc, match.from, match.to));
          return true;
        },
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin<FindState>({
        key,
        state: {
          init: () => nothing,
          apply: (transaction, before, _old, after) => apply(transaction, { before, after }),
        },
        props: { decorations: (state) => key.getState(state)?.marks },
      }),
    ];
  },
});
