// The demonstration lab *Compromiso 11*, whole: what a fresh data folder is given, so that the first page has somewhere to lead.
import type { LabFounding } from '../lab-founding.ts';
import { demoConsultation } from './consultation/demo-consultation.ts';
import { demoDocuments } from './documents.ts';
import { closedTable } from './hall/first-table.ts';
import * as hall from './hall/people.ts';
import { tableInFullSwing } from './hall/second-table.ts';
import { demoJoinCodes } from './join-codes.ts';
import { demoLabRecord } from './lab.ts';
import { demoPeople } from './people.ts';
import { demoMerges, demoProposals } from './proposals/demo-proposals.ts';
import { demoSubTables } from './sub-tables.ts';

export const demoLab: LabFounding = {
  commandId: 'c0c0ea11-0000-4000-a000-000000000001',
  lab: demoLabRecord,
  subTables: demoSubTables,
  people: [...demoPeople, ...hall.firstTable, ...hall.secondTable],
  documents: demoDocuments,
  joinCodes: demoJoinCodes,
  tables: [closedTable, tableInFullSwing],
  proposals: demoProposals,
  merges: demoMerges,
  consultation: demoConsultation,
};
