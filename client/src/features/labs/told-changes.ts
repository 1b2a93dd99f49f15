// What happened in a lab, as sentences: events of the log and texts that moved, the latest first; people who came in together as one line, what a
// table was told as another.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';
import type { LabEvent } from '@cocrea/shared/domain/event.ts';
import { proposalStates } from '@cocrea/shared/domain/proposal-state.ts';
import { roles } from '@cocrea/shared/domain/role.ts';
import { closingDay } from '@cocrea/shared/i18n/dates.ts';
import type { Language } from '@cocrea/shared/i18n/messages.ts';
import type { Words } from './words.ts';

export interface ToldChange {
  readonly key: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The document it is about, where there is one to open. */
  readonly documentId: string | null;
  /** The thread of comments it is about. */
  readonly threadId?: string;
}

interface Happened {
  readonly events: readonly LabEvent[];
  readonly edited: readonly { readonly id: string; readonly updatedAt: number }[];
  readonly documents: readonly LabDocument[];
  /** Names by person; whoever is not in it is "somebody". */
  readonly names: Readonly<Record<string, string>>;
  /** Who reads: what they did themselves is no news to them. */
  readonly readerId: string | undefined;
  readonly language: Language;
}

export function toldChanges(
  { events, edited, documents, names, readerId, language }: Happened,
  { labPages, toldComments, toldDrafts, toldProposals, toldSuggestions, ui }: Words,
): ToldChange[] {
  const say = labPages.lab.changesOf;
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const nameOf = (personId: string): string => names[personId] ?? say.somebody;
  const titleOf = (id: string): string => titles.get(id) ?? say.removedDocument;
  const proposalOf = (id: string): string => titles.get(id) ?? toldProposals.proposal;

  /** Null for what is no news: the small steps of a session are on its own screens. */
  function textOf({ type, subjectId, data, actorId }: LabEvent): string | null {
    switch (type) {
      case 'lab.created':
        return say.labCreated;
      case 'lab.restored':
        return say.labRestored;
      case 'document.created':
        return say.documentCreated(titleOf(subjectId));
      case 'document.renamed':
        return say.documentRenamed(titleOf(subjectId));
      case 'document.frozen':
        return toldDrafts.frozen(titleOf(subjectId));
      case 'document.consultation_opened':
        return toldDrafts.consultationOpened(titleOf(subjectId));
      case 'document.consultation_prolonged':
        return toldDrafts.consultationProlonged(titleOf(subjectId), closingDay(Number(data.to), language));
      case 'document.began':
        return toldDrafts.began(titleOf(subjectId));
      case 'document.answered':
        return toldDrafts.answered(titleOf(subjectId));
      case 'document.published':
        return toldDrafts.published(titleOf(subjectId));
      case 'document.mass_deleted':
        return toldDrafts.massDeleted(titleOf(subjectId));
      case 'document.restored':
        return toldDrafts.restored(titleOf(subjectId));
      case 'person.joined':
        return say.joinedOne(nameOf(subjectId));
      case 'person.created':
        return say.personCreated(nameOf(subjectId));
      case 'person.renamed':
        return say.personRenamed(nameOf(subjectId));
      case 'person.role_changed': {
        const role = roles.find((one) => one === data.to);
        return role ? say.roleChanged(nameOf(subjectId), ui.roles[role]) : say.roleChangedPlain(nameOf(subjectId));
      }
      case 'person.removed':
        return say.personRemoved(nameOf(subjectId));
      case 'join_code.created':
        return say.codeCreated;
      case 'join_code.closed':
        return say.codeClosed;
      case 'table.opened':
        return say.tableOpened(Number(data.no));
      case 'table.closed':
        return say.tableClosed(Number(data.no));
      case 'proposal.created':
        return toldProposals.created(proposalOf(subjectId));
      case 'proposal.changed':
        return toldProposals.changed(proposalOf(subjectId));
      case 'proposal.submitted':
      case 'proposal.validation_started':
      case 'proposal.observed':
      case 'proposal.validated':
      case 'proposal.withdrawn':
      case 'proposal.incorporated':
      case 'proposal.not_incorporated': {
        const state = proposalStates.find((one) => one === data.to) ?? 'draft';
        return toldProposals.moved(proposalOf(subjectId), toldProposals.states[state]);
      }
      case 'proposal.endorsed':
        return toldProposals.endorsed(proposalOf(subjectId));
      case 'proposal.endorsement_withdrawn':
        return toldProposals.endorsementWithdrawn(proposalOf(subjectId));
      case 'proposal.merged':
        return toldProposals.merged(proposalOf(subjectId));
      case 'proposal.merge_undone':
        return toldProposals.mergeUndone(proposalOf(subjectId));
      case 'proposal.split':
        return toldProposals.split(proposalOf(subjectId));
      case 'proposal.split_undone':
        return toldProposals.splitUndone(proposalOf(subjectId));
      case 'suggestion.accepted':
      case 'suggestion.rejected': {
        // Their author is told; everybody else sees it in the text.
        if (data.author !== readerId) return null;
        const say = type === 'suggestion.accepted' ? toldSuggestions.accepted : toldSuggestions.rejected;
        return say(Number(data.count), titleOf(subjectId));
      }
      case 'comment.added':
      case 'comment.edited':
        if (
          String(data.mentions ?? '')
            .split(' ')
            .includes(readerId ?? '-')
        ) {
          return toldComments.mentioned(nameOf(actorId ?? ''), titleOf(String(data.documentId)));
        }
        return data.threadAuthor === readerId
          ? toldComments.replied(nameOf(actorId ?? ''), titleOf(String(data.documentId)))
          : null;
      case 'comment.resolved':
        return data.threadAuthor === readerId
          ? toldComments.resolved(nameOf(actorId ?? ''), titleOf(String(data.documentId)))
          : null;
      case 'comment.removed':
        return data.author === readerId ? toldComments.takenDown(titleOf(String(data.documentId))) : null;
      case 'lab.gate_changed':
        return toldProposals.gateChanged;
      default:
        return null;
    }
  }

  const news = events.filter(
    ({ actorId, type, data }) =>
      (actorId === null || actorId !== readerId) && !(type === 'person.created' && data.technical === true),
  );
  const joined = news.filter(({ type }) => type === 'person.joined');
  const last = joined.at(-1);
  const many = joined.length > 2 && last;
  const told = news
    .filter(({ type }) => !many || type !== 'person.joined')
    .flatMap((event): ToldChange[] => {
      const text = textOf(event);
      if (text === null) return [];
      if (event.type.startsWith('comment.')) {
        const { documentId, threadId } = event.data;
        return [{ key: `event ${event.seq}`, text, at: event.at, documentId: String(documentId), threadId: String(threadId) }];
      }
      const documentId =
        /^(?:document|proposal|suggestion)\./.test(event.type) && titles.has(event.subjectId) ? event.subjectId : null;
      return [{ key: `event ${event.seq}`, text, at: event.at, documentId }];
    });
  const sent = news.filter(({ type }) => type === 'contribution.sent');
  for (const table of new Set(sent.map(({ data }) => Number(data.table)))) {
    const here = sent.filter(({ data }) => Number(data.table) === table);
    told.push({ key: `table ${table}`, text: say.contributions(table, here.length), at: here.at(-1)?.at ?? 0, documentId: null });
  }
  if (many) told.push({ key: 'joined', text: say.joinedMany(joined.length), at: last.at, documentId: null });
  for (const { id, updatedAt } of edited) {
    const title = titles.get(id);
    const created = documents.find((document) => document.id === id)?.createdAt ?? 0;
    if (title !== undefined && updatedAt > created)
      told.push({ key: `text ${id}`, text: say.written(title), at: updatedAt, documentId: id });
  }
  // What was said to the reader stands before what happened: among a day of news it would not be seen.
  return told.sort((a, b) => Number(b.threadId !== undefined) - Number(a.threadId !== undefined) || b.at - a.at);
}
