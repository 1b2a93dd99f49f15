// A text and a fork of it, read together: what the fork suggests, the edits that decide it, and a decision taken back.
import { bodyOf } from '@cocrea/shared/document/body.ts';
import { bodyField } from '@cocrea/shared/document/schema.ts';
import {
  decideSuggestions,
  recorded,
  suggestionsIn,
  type Decided,
  type Pair,
  type Undecidable,
} from '@cocrea/shared/document/suggestions/decide-suggestions.ts';
import { writeBody } from '@cocrea/shared/document/suggestions/write-body.ts';
import type { Suggestion, SuggestionDecision } from '@cocrea/shared/domain/suggestion.ts';
import * as Y from 'yjs';
import { unpackUpdates } from '../storage/row-format.ts';
import { treeMerge } from '../storage/tree-merge.ts';
import { documentOf } from './compact.ts';

/** Updates travel packed, as rows of the log do. */
export interface PackedPair {
  readonly body: Uint8Array;
  readonly fork: Uint8Array;
}

export interface Decision {
  readonly decision: SuggestionDecision;
  /** All of them where it is null. */
  readonly ids: readonly string[] | null;
}

export interface TakenBack {
  /** The history of the text: all rows before the one that is taken back, that one, and all since. */
  readonly before: Uint8Array;
  readonly row: Uint8Array;
  readonly after: Uint8Array;
  readonly fork: Uint8Array | null;
}

export function suggestionsOf(packed: PackedPair): readonly Suggestion[] {
  return suggestionsIn(pairOf(packed).pair);
}

export function decideIn({ decision, ids, ...packed }: PackedPair & Decision): Decided | Undecidable {
  const { pair, missed } = pairOf(packed);
  const answer = decideSuggestions(pair, { decision, ids });
  return 'refused' in answer ? answer : { ...answer, fork: joined(missed, answer.fork) };
}

/** What the row wrote goes and what it deleted comes back, wherever it has got to since; nothing else changes. */
export function takeBack({ before, row, after, fork }: TakenBack): { document: Uint8Array | null; fork: Uint8Array | null } {
  const doc = new Y.Doc({ gc: false });
  const apply = (packed: Uint8Array, origin?: string): void => {
    const updates = unpackUpdates(packed);
    if (updates.length > 0) Y.transact(doc, () => Y.applyUpdate(doc, treeMerge(updates)), origin);
  };
  apply(before);
  const body = doc.getXmlFragment(bodyField);
  const undo = new Y.UndoManager(body, { trackedOrigins: new Set(['taken back']), captureTimeout: 0 });
  apply(row, 'taken back');
  apply(after);
  const now = Y.encodeStateAsUpdate(doc);
  const document = recorded(doc, () => undo.undo());
  undo.destroy();
  if (fork === null || document === null) return { document, fork: null };
  const forked = documentOf(unpackUpdates(fork));
  const written = recorded(forked, () => {
    Y.applyUpdate(forked, now);
    const target = bodyOf(forked);
    Y.applyUpdate(forked, document);
    writeBody(forked, { target });
  });
  return { document, fork: written };
}

/** The fork with what it has not yet received of its body, and that as an update. */
function pairOf({ body: packedBody, fork: packedFork }: PackedPair): { pair: Pair; missed: Uint8Array | null } {
  const updates = unpackUpdates(packedBody);
  const pair = { body: documentOf(updates), fork: documentOf(unpackUpdates(packedFork)) };
  const missed = recorded(pair.fork, () => Y.applyUpdate(pair.fork, treeMerge(updates)));
  return { pair, missed };
}

function joined(...updates: readonly (Uint8Array | null)[]): Uint8Array | null {
  const some = updates.filter((update) => update !== null);
  return some.length === 0 ? null : Y.mergeUpdates(some);
}
