// The records of forks: which there are, whose, and how much of the draft's text each has.
import { createHash } from 'node:crypto';
import type { DecidedSuggestions, SuggestionFork } from '@cocrea/shared/domain/suggestion.ts';
import type { DocumentSubject } from '@cocrea/shared/permissions.ts';
import { AppError } from '@cocrea/shared/errors.ts';
import type { StoredDocument } from '../storage/document-store.ts';
import type { Ledger } from '../storage/ledger.ts';
import type { SuggestionDesk } from './ports.ts';

/** Characters a document's id may have. */
const idLength = 100;

export interface Fork extends SuggestionFork {
  readonly labId: string;
  /** Seq of the last row of the draft's text that it has. */
  readonly bodySeq: number;
  /** Seq of its own last row. */
  readonly seq: number;
  /** Rises with each decision on what it suggests. */
  readonly version: number;
}

/** The one fork a person has of a draft. */
export function forkIdOf(draftId: string, personId: string): string {
  const id = `${draftId}.s.${personId}`;
  return id.length <= idLength ? id : `s.${createHash('sha256').update(id).digest('hex')}`;
}

function forkRows({ database }: Pick<Ledger, 'database'>) {
  return database
    .selectFrom('suggestion_forks as fork')
    .innerJoin('yjs_documents as text', 'text.id', 'fork.id')
    .select(['fork.id', 'fork.lab_id as labId', 'fork.draft_id as draftId', 'fork.author_id as authorId'])
    .select([
      'fork.body_seq as bodySeq',
      'fork.created_at as createdAt',
      'text.updated_at as changedAt',
      'text.last_seq as seq',
      'fork.version',
    ]);
}

/** Null where there is none of that id. */
export async function findFork(ledger: Ledger, id: string): Promise<Fork | null> {
  const [row] = await ledger.records.read(forkRows(ledger).where('fork.id', '=', id).compile());
  return row ?? null;
}

/** In the order they were begun. */
export function forksOf(ledger: Ledger, draftId: string): Promise<Fork[]> {
  return ledger.records.read(
    forkRows(ledger).where('fork.draft_id', '=', draftId).orderBy('fork.created_at').orderBy('fork.id').compile(),
  );
}

/** Throws AppError `document_not_found` where there is no draft of that id in the lab. */
export async function draftSubject(
  desk: Pick<SuggestionDesk, 'drafts'>,
  { labId, draftId }: { labId: string; draftId: string },
): Promise<DocumentSubject> {
  const subject = await desk.drafts.of(draftId);
  if (subject?.labId !== labId || subject.kind !== 'draft') throw new AppError('document_not_found');
  return subject;
}

/** Throws AppError `document_not_found`. */
export async function storedText({ store }: Pick<SuggestionDesk, 'store'>, id: string): Promise<StoredDocument> {
  const stored = await store.load(id);
  if (stored === null) throw new AppError('document_not_found');
  return stored;
}

export function updatesIn({ snapshot, tail }: StoredDocument): readonly Uint8Array[] {
  const rows = tail.flatMap(({ updates }) => updates);
  return snapshot === null ? rows : [snapshot.update, ...rows];
}

/** Decisions kept in sight; the newest. */
const decisionsShown = 50;

export function decisionRows({ database }: Pick<Ledger, 'database'>, draftId: string) {
  return database
    .selectFrom('suggestion_decisions as decision')
    .innerJoin('suggestion_forks as fork', 'fork.id', 'decision.fork_id')
    .where('fork.draft_id', '=', draftId)
    .select(['decision.id', 'decision.fork_id as forkId', 'fork.author_id as authorId', 'decision.actor_id as actorId'])
    .select(['decision.decision', 'decision.reason', 'decision.count', 'decision.at', 'decision.undone_at as undoneAt'])
    .orderBy('decision.at', 'desc')
    .limit(decisionsShown)
    .$castTo<DecidedSuggestions>();
}

/** Throws AppError `not_found`. */
export async function decisionOf(ledger: Ledger, { draftId, id }: { draftId: string; id: string }): Promise<DecidedSuggestions> {
  const [row] = await ledger.records.read(decisionRows(ledger, draftId).where('decision.id', '=', id).compile());
  if (row === undefined) throw new AppError('not_found');
  return row;
}
