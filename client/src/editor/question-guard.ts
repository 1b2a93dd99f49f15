// Holds the fixed headings of the guiding questions: whatever a person types, deletes, pastes or drags, each stays, in its words and in its order.
// What comes from the shared document is not judged here: refusing it would part this screen from the others.
import { isFromYjs } from '@cocrea/shared/document/keep-block-ids.ts';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

export function isQuestion(node: Node): boolean {
  return node.type.name === 'heading' && node.attrs['question'] != null;
}

interface Question {
  readonly node: Node;
  readonly pos: number;
  readonly depth: number;
}

function questionsOf(doc: Node): Question[] {
  const found: Question[] = [];
  doc.descendants((node, pos, parent) => {
    if (isQuestion(node)) found.push({ node, pos, depth: parent === doc ? 0 : 1 });
    return !node.isTextblock;
  });
  return found;
}

/** Does this transaction leave every question heading as it was: same words, same marks, same order, none more, none nested? */
export function keepsQuestions(transaction: Transaction, before: Node): boolean {
  if (!transaction.docChanged || isFromYjs(transaction)) return true;
  const old = questionsOf(before);
  const now = questionsOf(transaction.doc);
  return old.length === now.length && now.every(({ node, depth }, index) => depth === 0 && node.eq(old[index]!.node));
}

/**
 * Deletes what is selected and leaves the question headings in it: select all and delete empties the answers, never the questions.
 * Null where no question is touched, so that the editor's own deletion does it.
 */
export function deleteAroundQuestions(state: EditorState): Transaction | null {
  const { from, to, empty } = state.selection;
  if (empty) return null;
  const touched = questionsOf(state.doc).filter(({ node, pos }) => pos < to && pos + node.nodeSize > from);
  if (touched.length === 0) return null;
  const stretches: [number, number][] = [];
  let start = from;
  for (const { node, pos } of touched) {
    if (pos > start) stretches.push([start, pos]);
    start = Math.max(start, pos + node.nodeSize);
  }
  if (to > start) stretches.push([start, to]);
  const transaction = state.tr;
  for (const [stretchFrom, stretchTo] of stretches.reverse()) transaction.deleteRange(stretchFrom, stretchTo);
  const caret = transaction.mapping.map(from, -1);
  const near = TextSelection.near(transaction.doc.resolve(Math.min(caret, transaction.doc.content.size)), -1);
  return transaction.setSelection(near).scrollIntoView();
}

/** Is the caret, or an end of the selection, inside a question heading? */
function inQuestion({ selection }: EditorState): boolean {
  return isQuestion(selection.$from.parent) || isQuestion(selection.$to.parent);
}

/** Keys of the browser that would write into a heading; those of composition cannot be prevented and are undone by the filter. */
const harmless = new Set(['insertParagraph', 'insertLineBreak', 'historyUndo', 'historyRedo']);

function clearSelection(view: EditorView): boolean {
  const transaction = deleteAroundQuestions(view.state);
  if (!transaction) return false;
  view.dispatch(transaction);
  return true;
}

export const QuestionGuard = Extension.create({
  name: 'questionGuard',
  priority: 9000,

  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('questionGuard'),
        filterTransaction: (transaction, state) => keepsQuestions(transaction, state.doc),
        props: {
          handleKeyDown: (view, event) =>
            (event.key === 'Backspace' || event.key === 'Delete') && !event.isComposing && clearSelection(view),
          handleTextInput: (view, _from, _to, text) => {
            if (view.composing || !clearSelection(view)) return false;
            if (!inQuestion(view.state)) view.dispatch(view.state.tr.insertText(text));
            return true;
          },
          handlePaste: (view) => {
            clearSelection(view);
            return inQuestion(view.state);
          },
          handleDOMEvents: {
            cut: (view, event) => {
              const transaction = deleteAroundQuestions(view.state);
              if (!transaction || !event.clipboardData) return false;
              const { dom, text } = view.serializeForClipboard(view.state.selection.content());
              event.clipboardData.setData('text/html', dom.innerHTML);
              event.clipboardData.setData('text/plain', text);
              event.preventDefault();
              view.dispatch(transaction);
              return true;
            },
            beforeinput: (view, event) => {
              if (!view.state.selection.empty || !inQuestion(view.state) || harmless.has(event.inputType)) return false;
              event.preventDefault();
              return true;
            },
          },
        },
      }),
    ];
  },
});
