// A lab's home: its facts, its documents and notes, and what changed since one was last there.
import * as z from 'zod/mini';
import { LabDocument } from '../domain/document.ts';
import { LabEvent } from '../domain/event.ts';
import { DocumentId, LabId, Uuid } from '../domain/ids.ts';
import { Lab, SubTable } from '../domain/lab.ts';
import { contract } from './contract.ts';

/** What an address under `/api/labs/:lab` says. */
export const InLab = z.object({ lab: LabId });

export const readLab = contract({
  method: 'GET',
  path: '/api/labs/:lab',
  summary: 'The lab: facts, milestones, sub-tables and the last event of its log',
  params: InLab,
  output: z.object({
    lab: Lab,
    subTables: z.array(SubTable),
    /** How many of them are open at this moment. */
    tablesAtWork: z.number(),
    seq: z.number(),
  }),
});
export const listDocuments = contract({
  method: 'GET',
  path: '/api/labs/:lab/documents',
  summary: 'Every document of the lab',
  params: InLab,
  output: z.object({ documents: z.array(LabDocument) }),
});
export const createNote = contract({
  method: 'POST',
  path: '/api/labs/:lab/notes',
  summary: 'Create a free note; the same id again answers 200 with the same note',
  params: InLab,
  body: z.object({ id: Uuid, title: z.string() }),
  output: z.object({ documentId: DocumentId, document: LabDocument }),
  creates: true,
});
export const renameNote = contract({
  method: 'PATCH',
  path: '/api/labs/:lab/notes/:id',
  summary: 'Rename a free note',
  params: z.object({ lab: LabId, id: DocumentId }),
  body: z.object({ commandId: Uuid, title: z.string(), version: z.number() }),
  output: z.object({ document: LabDocument }),
});

/** What happened since one's last visit; `visited` is null on the first. People are named where the reader may see them. */
export const readChanges = contract({
  method: 'GET',
  path: '/api/labs/:lab/changes',
  summary: 'What changed since my last visit',
  params: InLab,
  output: z.object({
    visited: z.nullable(z.number()),
    events: z.array(LabEvent),
    names: z.record(z.string(), z.string()),
    documents: z.array(z.object({ id: DocumentId, updatedAt: z.number() })),
  }),
});
export const markVisit = contract({
  method: 'POST',
  path: '/api/labs/:lab/visits',
  summary: 'Remember that I have seen the lab up to this event',
  params: InLab,
  body: z.object({ seq: z.number() }),
});
