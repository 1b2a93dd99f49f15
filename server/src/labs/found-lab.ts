// Found a lab from data: people, documents with their first texts, sub-tables, codes and the first events, in one transaction.
import { foldName } from '@cocrea/shared/domain/person.ts';
import type { NewEvent } from '@cocrea/shared/domain/event.ts';
import type { Ledger } from '../storage/ledger.ts';
import { firstText, houseUserId } from './first-text.ts';
import { foundConsultation } from './found-consultation.ts';
import { foundProposals } from './found-proposals.ts';
import { foundTables } from './found-tables.ts';
import type { FoundingDocument, LabFounding } from './lab-founding.ts';

/** False when the lab was founded before: then nothing changed. */
export async function foundLab(
  { records, database }: Ledger,
  { founding, at, withCodes }: { founding: LabFounding; at: number; withCodes: boolean },
): Promise<boolean> {
  const { lab, people, documents, subTables } = founding;
  const labId = lab.id;
  const joinCodes = withCodes ? founding.joinCodes : [];
  // Whoever comes to a table that has closed comes too late.
  const closed = new Set(founding.tables.filter(({ phase }) => phase === 'closed').map(({ subTableId }) => subTableId));
  const statements = [
    database
      .insertInto('labs')
      .values({ id: labId, name: lab.name, facts: JSON.stringify(lab.facts), demo: lab.demo ? 1 : 0, created_at: at }),
    ...people.map(({ id, name, institution, actorKind, color }) =>
      database.insertInto('people').values({ id, name, institution, actor_kind: actorKind, color, created_at: at }),
    ),
    ...people.map(({ id, name, role, subTableId }) =>
      database.insertInto('memberships').values({
        lab_id: labId,
        person_id: id,
        role,
        sub_table_id: subTableId,
        folded_name: foldName(name),
        joined_at: at,
      }),
    ),
    // One after the other in time, so that they are listed in the order they were written down.
    ...documents.map((document, index) => database.insertInto('documents').values(documentRow(document, labId, at + index))),
    ...subTables.map(({ id, no, theme, questions, notesDocumentId }) =>
      database
        .insertInto('sub_tables')
        .values({ id, lab_id: labId, no, theme, questions: JSON.stringify(questions), notes_document_id: notesDocumentId }),
    ),
    ...joinCodes.map(({ id, code, role, subTableId }) =>
      database.insertInto('join_codes').values({
        id,
        code,
        lab_id: labId,
        role,
        sub_table_id: subTableId,
        created_at: at,
        closed_at: subTableId !== null && closed.has(subTableId) ? at : null,
      }),
    ),
  ];
  const event = (type: NewEvent['type'], subjectId: string, data: NewEvent['data']): NewEvent => ({
    actorId: houseUserId,
    type,
    subjectId,
    data,
  });
  const tables = foundTables({ database, founding, at });
  const proposals = foundProposals(database, { founding, at: at + documents.length });
  const consultation = foundConsultation({ database, founding, at });
  const born = new Set(consultation.documents.map(({ documentId }) => documentId));
  const { outcome } = await records.record({
    labId,
    commandId: founding.commandId,
    statements: [...statements, ...tables.queries, ...proposals.queries, ...consultation.queries].map((query) => ({
      query: query.compile(),
    })),
    documents: [
      ...documents.flatMap(({ id, text }) => (text === null || born.has(id) ? [] : [firstText({ id, text, at })])),
      ...tables.documents,
      ...proposals.documents,
      ...consultation.documents,
    ],
    seals: consultation.seals,
    events: [
      event('lab.created', labId, {}),
      ...people.map(({ id, role, actorKind }) => event('person.joined', id, { role, actorKind })),
      ...documents.map(({ id, kind }) => event('document.created', id, { kind })),
      ...joinCodes.map(({ id, role }) => event('join_code.created', id, { role })),
      ...tables.events,
      ...proposals.events,
      ...consultation.events,
    ],
  });
  return outcome === 'recorded';
}

function documentRow(document: FoundingDocument, labId: string, at: number) {
  const common = { id: document.id, lab_id: labId, kind: document.kind, title: document.title, created_at: at };
  switch (document.kind) {
    case 'draft':
      return {
        ...common,
        draft_no: document.draftNo,
        state: document.state,
        opens: JSON.stringify(document.opens),
        participants_invited: document.participantsInvited ? 1 : 0,
      };
    case 'sub_table_notes':
      return { ...common, sub_table_id: document.subTableId, participants_invited: 0 };
    case 'free_note':
      return { ...common, participants_invited: 0 };
  }
}
