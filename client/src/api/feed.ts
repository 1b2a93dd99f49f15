// What a lab tells this screen on its line: what was committed, who is here and which texts moved.
import type { FeedMessage } from '@cocrea/shared/api/feed.ts';
import type { LabEvent } from '@cocrea/shared/domain/event.ts';
import type { QueryClient } from '@tanstack/react-query';
import { askAgain } from './ask-again.ts';
import { hearThread } from './changed-thread.ts';
import { useHall } from './here.ts';
import {
  ballotsKey,
  blockersKey,
  boardKey,
  changesKey,
  codesKey,
  deskKey,
  documentsKey,
  doorKey,
  glanceKey,
  labKey,
  massDeletionsKey,
  matrixKey,
  myFoliosKey,
  observationsKey,
  originsKey,
  peopleKey,
  proposalKey,
  proposalsKey,
  suggestionsKey,
  tablePeopleKey,
  tablesKey,
  templatesKey,
  unexplainedKey,
  versionsKey,
} from './keys.ts';
import { openLabLine } from './lab-line.ts';
import type { ChangesAnswer, DocumentsAnswer, LabAnswer } from './labs.ts';
import { askWhoIAm, freshenSession } from './session.ts';

/** Most news kept, the newest: as many as the server tells of one absence. A wall that listens all day must not gather the whole log. */
const newsKept = 200;

function hear(client: QueryClient, event: LabEvent): void {
  const lab = event.labId;
  client.setQueryData<LabAnswer>(labKey(lab), (known) => known && { ...known, seq: Math.max(known.seq, event.seq) });
  const moment = client.getQueryState(changesKey(lab))?.dataUpdatedAt;
  client.setQueryData<ChangesAnswer>(
    changesKey(lab),
    (known) =>
      known && event.at > (known.visited ?? 0) && !known.events.some(({ seq }) => seq === event.seq)
        ? { ...known, events: [...known.events, event].slice(-newsKept) }
        : known,
    moment === undefined ? undefined : { updatedAt: moment },
  );
  const stale = (key: readonly unknown[]): void => askAgain(client, key);
  switch (event.type) {
    case 'lab.created':
      return stale(labKey(lab));
    case 'document.frozen':
    case 'document.began':
      // What is suggested is decided no more; or has come from the draft before.
      stale(suggestionsKey(lab, event.subjectId));
      stale(blockersKey(lab));
      return stale(documentsKey(lab));
    case 'document.created':
    case 'document.renamed':
    case 'document.consultation_opened':
    case 'document.consultation_prolonged':
    case 'document.next_begun':
    case 'document.answered':
    case 'document.published':
    case 'lab.restored':
      stale(blockersKey(lab));
      return stale(documentsKey(lab));
    case 'document.version_named':
    case 'document.restored':
    case 'document.mass_deleted':
    case 'document.mass_deletion_settled':
      stale(massDeletionsKey(lab));
      return stale(versionsKey(lab, event.subjectId));
    case 'person.joined':
    case 'person.created':
    case 'person.renamed':
    case 'person.role_changed':
    case 'person.removed':
      stale(codesKey(lab));
      stale(doorKey(lab));
      stale(tablePeopleKey(lab));
      stale(glanceKey(lab));
      return stale(peopleKey(lab));
    case 'join_code.created':
    case 'join_code.closed':
      stale(doorKey(lab));
      return stale(codesKey(lab));
    case 'table.questions_changed':
      stale(labKey(lab));
      return stale(tablesKey(lab));
    case 'table.opened':
    case 'table.phase_changed':
    case 'table.clock_changed':
    case 'table.handed_over':
    case 'table.people_changed':
    case 'table.closed':
      if (event.type === 'table.people_changed') stale(tablePeopleKey(lab));
      // The line of the process says whether a table works.
      if (event.type === 'table.opened' || event.type === 'table.closed') stale(labKey(lab));
      if (event.type === 'table.phase_changed' || event.type === 'table.closed') {
        // Dots are hidden and shown by the phase.
        stale(boardKey(lab, Number(event.data.no)));
        stale(ballotsKey(lab, Number(event.data.no)));
      }
      stale(glanceKey(lab));
      return stale(tablesKey(lab));
    case 'contribution.sent':
    case 'contribution.withdrawn':
    case 'contribution.restored':
    case 'ballot.cast':
      if (event.type === 'ballot.cast') stale(ballotsKey(lab, Number(event.data.table)));
      stale(glanceKey(lab));
      return stale(boardKey(lab, Number(event.data.table)));
    case 'contribution.edited':
    case 'contribution.marked':
    case 'contribution.admitted':
    case 'cluster.changed':
    case 'cluster.validated':
      stale(blockersKey(lab));
      return stale(boardKey(lab, Number(event.data.table)));
    case 'lab.gate_changed':
      stale(proposalsKey(lab));
      return stale(proposalKey(lab, '').slice(0, 2));
    case 'proposal.created':
    case 'proposal.changed':
    case 'proposal.submitted':
    case 'proposal.validation_started':
    case 'proposal.observed':
    case 'proposal.validated':
    case 'proposal.withdrawn':
    case 'proposal.incorporated':
    case 'proposal.not_incorporated':
    case 'proposal.merged':
    case 'proposal.merge_undone':
    case 'proposal.split':
    case 'proposal.split_undone':
      stale(documentsKey(lab));
      stale(proposalsKey(lab));
      return stale(proposalKey(lab, event.subjectId));
    case 'contribution.incorporated':
    case 'contribution.not_incorporated':
    case 'contribution.outcome_withdrawn':
      stale(deskKey(lab));
      stale(blockersKey(lab));
      return stale(boardKey(lab, Number(event.data.table)));
    case 'observation.sent':
    case 'observation.analysed':
    case 'observation.grouped':
    case 'observation.ungrouped':
    case 'observation.answered':
    case 'observation.satisfaction_stated':
      stale(observationsKey(lab, String(event.data.documentId)));
      stale(myFoliosKey(lab));
      stale(matrixKey(lab));
      return stale(blockersKey(lab));
    case 'reply_template.changed':
      return stale(templatesKey(lab));
    case 'origin.added':
    case 'origin.removed':
      stale(observationsKey(lab));
      stale(deskKey(lab));
      stale(blockersKey(lab));
      stale(originsKey(lab, String(event.data.documentId)));
      return stale(unexplainedKey(lab, String(event.data.documentId)));
    case 'late_writing.sent':
    case 'late_writing.settled':
      stale(deskKey(lab));
      return stale(blockersKey(lab));
    case 'comment.added':
    case 'comment.edited':
    case 'comment.removed':
    case 'comment.resolved':
    case 'comment.reopened':
      return hearThread(client, { lab, document: String(event.data.documentId), thread: String(event.data.threadId) });
    case 'suggestion.begun':
    case 'suggestion.accepted':
    case 'suggestion.rejected':
    case 'suggestion.decision_undone':
      return stale(suggestionsKey(lab, event.subjectId));
    case 'proposal.endorsed':
    case 'proposal.endorsement_withdrawn':
      stale(proposalsKey(lab));
      return stale(proposalKey(lab, event.subjectId));
  }
}

function edited(
  client: QueryClient,
  { lab, documents }: { lab: string; documents: readonly { id: string; updatedAt: number }[] },
): void {
  const moments = new Map(documents.map(({ id, updatedAt }) => [id, updatedAt]));
  client.setQueryData<DocumentsAnswer>(
    documentsKey(lab),
    (known) =>
      known && {
        documents: known.documents.map((document) => ({
          ...document,
          updatedAt: Math.max(document.updatedAt, moments.get(document.id) ?? 0),
        })),
      },
  );
  // A text the lab does not list is somebody's fork: what it suggests is read from it and from its draft.
  const listed = new Set(client.getQueryData<DocumentsAnswer>(documentsKey(lab))?.documents.map(({ id }) => id));
  for (const query of client.getQueryCache().findAll({ queryKey: suggestionsKey(lab), type: 'active' })) {
    if (documents.some(({ id }) => id === query.queryKey[2] || !listed.has(id))) askAgain(client, query.queryKey);
  }
  // What the text of a proposal says is part of what it lacks.
  for (const { id } of documents) {
    if (client.getQueryState(proposalKey(lab, id)) === undefined) continue;
    askAgain(client, proposalKey(lab, id));
    askAgain(client, proposalsKey(lab));
  }
}

/** Listens to a lab until the returned function is called. `after` is the last event the screen already shows. */
export function listenToLab(client: QueryClient, { lab, after }: { lab: string; after: number }): () => void {
  let heard = after;
  useHall.setState({ labId: lab, people: null, line: 'connecting' });

  const take = (message: FeedMessage): void => {
    switch (message.type) {
      case 'event':
        if (message.event.seq <= heard) return;
        heard = message.event.seq;
        return hear(client, message.event);
      case 'here':
        return useHall.setState({ people: message.people });
      case 'edited':
        return edited(client, { lab, documents: message.documents });
      case 'you':
        return void askWhoIAm();
    }
  };

  const line = openLabLine({
    lab,
    heard: () => heard,
    onMessage: take,
    onOpen: () => {
      useHall.setState({ line: 'open', removedFrom: null });
      // What could not be had while there was no line is asked for again.
      void client.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' });
      freshenSession();
    },
    onLost: ({ reason, unsure }) => {
      useHall.setState({ line: 'lost', people: null });
      if (reason === 'removed_from_lab') useHall.setState({ removedFrom: lab });
      if (unsure) void askWhoIAm();
    },
  });
  return () => {
    line.close();
    useHall.setState({ labId: null, people: null, line: 'connecting' });
  };
}
