// A reading thread: the only place on the server where Yjs documents are built, away from the thread that serves sockets.
import { blocksOf, type DocumentBlock } from '@cocrea/shared/document/blocks.ts';
import { sectionsOf, type Section } from '@cocrea/shared/document/sections.ts';
import * as Y from 'yjs';
import { unpackUpdates } from '../storage/row-format.ts';
import { answerQuestions } from '../threads/answer-questions.ts';
import { compact, documentOf } from './compact.ts';

/** Updates travel packed, as rows of the log do. */
export interface ReadingOperations {
  diff(question: { update: Uint8Array; stateVector: Uint8Array }): Uint8Array;
  compact(packedUpdates: Uint8Array): Uint8Array;
  sections(packedUpdates: Uint8Array): readonly Section[];
  blocks(packedUpdates: Uint8Array): readonly DocumentBlock[];
}

answerQuestions(
  (): ReadingOperations => ({
    diff: ({ update, stateVector }) => Y.diffUpdate(update, stateVector),
    compact: (packedUpdates) => compact(unpackUpdates(packedUpdates)),
    blocks: (packedUpdates) => blocksOf(documentOf(unpackUpdates(packedUpdates))),
    sections: (packedUpdates) => sectionsOf(documentOf(unpackUpdates(packedUpdates))),
  }),
);
