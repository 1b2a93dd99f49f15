// A reading thread: the only place on the server where Yjs documents are built, away from the thread that serves sockets.
import { bodyOf } from '@cocrea/shared/document/body.ts';
import type { Anchored } from '@cocrea/shared/document/comment-anchors.ts';
import { commentPlaces, standingAnchorIn, type BlockStretch } from '@cocrea/shared/document/comment-places.ts';
import type { BlockAuthors } from '@cocrea/shared/document/authorship.ts';
import { blocksOf, type DocumentBlock } from '@cocrea/shared/document/blocks.ts';
import type { BodyEdit } from '@cocrea/shared/document/body-edit.ts';
import { editBody } from '@cocrea/shared/document/edit-body.ts';
import { renumber } from '@cocrea/shared/document/renumber.ts';
import { sectionsOf, type Section } from '@cocrea/shared/document/sections.ts';
import * as Y from 'yjs';
import type { DocumentJson } from '@cocrea/shared/document/seed.ts';
import { readStoredUpdate } from '../realtime/update/read-update.ts';
import type { UpdateParts } from '../realtime/update/update-parts.ts';
import { unpackUpdates } from '../storage/row-format.ts';
import type { Decided, Undecidable } from '@cocrea/shared/document/suggestions/decide-suggestions.ts';
import type { Suggestion } from '@cocrea/shared/domain/suggestion.ts';
import { answerQuestions } from '../threads/answer-questions.ts';
import { authorsOf, type AuthorsAsked } from './authors-of.ts';
import { bringBack, measureDeletion, type DeletionAsked, type MeasuredDeletion } from './deletions.ts';
import { compact, documentOf } from './compact.ts';
import { joinRows } from './join-rows.ts';
import { writersBetween, type WritersAsked } from './writers-between.ts';
import { decideIn, suggestionsOf, takeBack, type Decision, type PackedPair, type TakenBack } from './fork-texts.ts';

export interface Successor {
  readonly update: Uint8Array;
  readonly clientId: number | null;
}

/** Rows of a log as `stored-rows.ts` packs them, and the moment of the last. */
export interface MomentAsked {
  readonly rows: Uint8Array;
  readonly seq: number;
  readonly at: number;
}

/** Updates travel packed, as a row of the log is; what asks for the past is given whole rows, as `stored-rows.ts` packs them. */
export interface ReadingOperations {
  diff(question: { update: Uint8Array; stateVector: Uint8Array }): Uint8Array;
  compact(packedUpdates: Uint8Array): UpdateParts;
  sections(packedUpdates: Uint8Array): readonly Section[];
  blocks(packedUpdates: Uint8Array): readonly DocumentBlock[];
  body(packedUpdates: Uint8Array): DocumentJson;
  writtenMoment(asked: MomentAsked): Uint8Array;
  /** The whole document as one update, renumbered; with the clientID under which its number was written, where it was. */
  successor(question: { packed: Uint8Array; from: number; to: number }): Successor;
  /** The edit as one update under a new clientID; null where a block it names is not there, empty where nothing changes. */
  edit(question: { packed: Uint8Array; edit: BodyEdit }): Uint8Array | null;
  suggestions(pair: PackedPair): readonly Suggestion[];
  decide(question: PackedPair & Decision): Decided | Undecidable;
  takeBack(question: TakenBack): { document: Uint8Array | null; fork: Uint8Array | null };
  /** Who wrote what; the rows are all of the log, so that what was moved is found. */
  authors(question: AuthorsAsked): readonly BlockAuthors[];
  measureDeletion(question: DeletionAsked): MeasuredDeletion;
  writersBetween(question: WritersAsked): string[][];
  /** Where comments stand, block by block. */
  commentPlaces(question: { packed: Uint8Array; anchors: readonly Anchored[] }): (BlockStretch | null)[];
  standingAnchor(question: { packed: Uint8Array; anchor: Anchored }): Anchored | null;
  bringBack(question: { packed: Uint8Array; deletion: Uint8Array }): Uint8Array | null;
}

function editedBy({ packed, edit }: { packed: Uint8Array; edit: BodyEdit }): Uint8Array | null {
  const doc = documentOf(unpackUpdates(packed));
  const made: Uint8Array[] = [];
  doc.on('update', (update) => void made.push(update));
  if (!editBody(doc, edit)) return null;
  return made.length === 0 ? Uint8Array.of(0, 0) : Y.mergeUpdates(made);
}

function succeed({ packed, from, to }: { packed: Uint8Array; from: number; to: number }): Successor {
  const doc = documentOf(unpackUpdates(packed));
  const renumbered = renumber(doc, { from, to });
  return { update: Y.encodeStateAsUpdate(doc), clientId: renumbered ? doc.clientID : null };
}

answerQuestions(
  (): ReadingOperations => ({
    diff: ({ update, stateVector }) => Y.diffUpdate(update, stateVector),
    compact: (packedUpdates) => readStoredUpdate(compact(unpackUpdates(packedUpdates))),
    blocks: (packedUpdates) => blocksOf(documentOf(unpackUpdates(packedUpdates))),
    writtenMoment: ({ rows, ...moment }) =>
      new TextEncoder().encode(JSON.stringify({ ...moment, body: bodyOf(documentOf([joinRows(rows)])) })),
    body: (packedUpdates) => bodyOf(documentOf(unpackUpdates(packedUpdates))),
    successor: succeed,
    edit: editedBy,
    suggestions: suggestionsOf,
    decide: decideIn,
    takeBack,
    measureDeletion,
    bringBack,
    commentPlaces: ({ packed, anchors }) => commentPlaces(documentOf(unpackUpdates(packed)), anchors),
    standingAnchor: ({ packed, anchor }) => standingAnchorIn(documentOf(unpackUpdates(packed)), anchor),
    writersBetween,
    authors: authorsOf,
    sections: (packedUpdates) => sectionsOf(documentOf(unpackUpdates(packedUpdates))),
  }),
);
