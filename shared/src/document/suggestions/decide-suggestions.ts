// Takes suggestions into the body, or out of the fork, as edits of the two Yjs documents that leave them the same in those places and as they
// were everywhere else. A fork holds all of its body's history; a body nothing of its forks'.
import * as Y from 'yjs';
import { bodyOf } from '../body.ts';
import type { DocumentJson } from '../seed.ts';
import type { Suggestion } from '../../domain/suggestion.ts';
import { chosen, idOf, mergeBodies, readChoice, type Choice, type MergedBlock, type MergedBody } from './merged-body.ts';
import { choiceOf, findSuggestions, type FoundSuggestion } from './suggestions.ts';
import { isWhole, writeBody, type WordEdit, type WordEdits } from './write-body.ts';

/** A clientID is 32 bits. */
const highestClient = 2 ** 32 - 1;

export interface Decided {
  /** Updates on what the two documents were; null where nothing of it changes. */
  readonly body: Uint8Array | null;
  readonly fork: Uint8Array | null;
  readonly decided: readonly Suggestion[];
}

export type Undecidable =
  /** One of them is not there (any more), or says something else by now. */
  | { readonly refused: 'gone' }
  /** The text would not be whole without others of them. */
  | { readonly refused: 'together' };

export interface Pair {
  readonly body: Y.Doc;
  /** Holds all that `body` holds. */
  readonly fork: Y.Doc;
}

export function suggestionsIn({ body, fork }: Pair): Suggestion[] {
  return found({ body, fork }).all.map(told);
}

/** `ids` null for all of them. Changes both documents where it is not refused, and neither where it is. */
export function decideSuggestions(
  pair: Pair,
  { decision, ids }: { decision: 'accept' | 'reject'; ids: readonly string[] | null },
): Decided | Undecidable {
  const { merged, all, forkText } = found(pair);
  const wanted = ids === null ? all : all.filter(({ id }) => ids.includes(id));
  if (wanted.length === 0 || (ids !== null && wanted.length < new Set(ids).size)) return { refused: 'gone' };
  return decision === 'accept' ? accept(pair, { merged, wanted, forkText }) : reject(pair, { merged, wanted });
}

/**
 * Of two values given to an attribute at once the one of the higher clientID stands: that of the body must, or what is said of it later
 * would not reach the fork.
 */
function outrank({ body, fork }: Pair): void {
  const own = [...fork.store.clients.keys()].filter((client) => Y.getState(fork.store, client) > Y.getState(body.store, client));
  const highest = own.reduce((most, client) => Math.max(most, client), 0);
  const room = highestClient - highest;
  if (room > 0 && body.clientID <= highest) body.clientID = highest + 1 + Math.floor(Math.random() * room);
}

interface Case {
  readonly merged: MergedBody;
  readonly wanted: readonly FoundSuggestion[];
}

function accept(pair: Pair, { merged, wanted, forkText }: Case & { forkText: DocumentJson }): Decided | Undecidable {
  const choice = choiceOf(wanted, { those: 'after', others: 'before' });
  const target = readChoice(merged, choice);
  if (!isWhole(target)) return { refused: 'together' };
  if (wanted.some(({ parts }) => parts.some(({ what }) => what === 'changed'))) outrank(pair);
  const body = recorded(pair.body, () => writeBody(pair.body, { target, edits: wordEdits(merged, { side: 'body', choice }) }));
  // What was accepted leaves the fork, what it took away stays away; then the body's own edit brings it, as it will be found there by all.
  const without = choiceOf(wanted, { those: 'none', others: 'after' });
  const fork = recorded(pair.fork, () => {
    writeBody(pair.fork, { target: readChoice(merged, without), edits: wordEdits(merged, { side: 'fork', choice: without }) });
    if (body !== null) Y.applyUpdate(pair.fork, body);
    writeBody(pair.fork, { target: forkText });
  });
  return { body, fork, decided: wanted.map(told) };
}

function reject(pair: Pair, { merged, wanted }: Case): Decided | Undecidable {
  const choice = choiceOf(wanted, { those: 'before', others: 'after' });
  const target = readChoice(merged, choice);
  if (!isWhole(target)) return { refused: 'together' };
  const fork = recorded(pair.fork, () => writeBody(pair.fork, { target, edits: wordEdits(merged, { side: 'fork', choice }) }));
  return { body: null, fork, decided: wanted.map(told) };
}

function found({ body, fork }: Pair): { merged: MergedBody; all: FoundSuggestion[]; forkText: DocumentJson } {
  const forkText = bodyOf(fork);
  const merged = mergeBodies(bodyOf(body), forkText);
  return { merged, all: findSuggestions(merged), forkText };
}

function told({ differences: _differences, ...suggestion }: FoundSuggestion): Suggestion {
  return suggestion;
}

/** What changes in the words of blocks that are on both sides, in the places of one of them. */
function wordEdits({ root }: MergedBody, { side, choice }: { side: 'body' | 'fork'; choice: Choice }): WordEdits {
  const edits = new Map<string, WordEdit[]>();
  const walk = (block: MergedBlock): void => {
    const { content } = block;
    if (content.kind === 'blocks') {
      for (const entry of content.entries) if (entry.at === 'both') walk(entry.block);
      return;
    }
    const { flows, changes } = content;
    const told = changes.flatMap((change) => {
      const pick = choice(change.difference);
      if (pick === (side === 'body' ? 'before' : 'after')) return [];
      const [from, to] = change[side];
      return [{ from, to, content: chosen({ flows, change }, pick), format: change.change === 'format' }];
    });
    edits.set(idOf(block.body) ?? '', told);
  };
  walk(root);
  return edits;
}

/** What happens to the document meanwhile as one update; null where nothing does. */
export function recorded(doc: Y.Doc, act: () => void): Uint8Array | null {
  const updates: Uint8Array[] = [];
  const hear = (update: Uint8Array): void => void updates.push(update);
  doc.on('update', hear);
  act();
  doc.off('update', hear);
  return updates.length === 0 ? null : Y.mergeUpdates(updates);
}
