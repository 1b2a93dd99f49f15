// The names under which answers are kept: one for each endpoint that is read.
export const labKey = (lab: string) => ['lab', lab] as const;
export const documentsKey = (lab: string) => ['documents', lab] as const;
export const changesKey = (lab: string) => ['changes', lab] as const;
export const peopleKey = (lab: string) => ['people', lab] as const;
export const tablesKey = (lab: string) => ['tables', lab] as const;
/** `table` is the number people call it by. */
export const boardKey = (lab: string, table: number) => ['board', lab, table] as const;
export const ballotsKey = (lab: string, table: number) => ['ballots', lab, table] as const;
export const glanceKey = (lab: string) => ['glance', lab] as const;
/** Without the number: those of every table. */
export const tablePeopleKey = (lab: string, table?: number) =>
  table === undefined ? (['table-people', lab] as const) : (['table-people', lab, table] as const);
export const doorKey = (lab: string, table?: number) =>
  table === undefined ? (['table-door', lab] as const) : (['table-door', lab, table] as const);
export const codesKey = (lab: string) => ['codes', lab] as const;
export const proposalsKey = (lab: string) => ['proposals', lab] as const;
export const proposalKey = (lab: string, proposal: string) => ['proposal', lab, proposal] as const;
/** Of one draft; without it those of every draft. */
export const observationsKey = (lab: string, document?: string) =>
  document === undefined ? (['observations', lab] as const) : (['observations', lab, document] as const);
export const publicLabsKey = ['public-labs'] as const;
export const publicLabKey = (lab: string) => ['public-lab', lab] as const;
export const publicDraftKey = (lab: string, no: number) => ['public-draft', lab, no] as const;
export const publicMatrixKey = (lab: string, no: number) => ['public-matrix', lab, no] as const;
export const matrixKey = (lab: string, no?: number) =>
  no === undefined ? (['matrix', lab] as const) : (['matrix', lab, no] as const);
export const folioKey = (folio: string) => ['folio', folio] as const;
export const myFoliosKey = (lab: string) => ['my-folios', lab] as const;
/** Of one draft; without it those of every draft. */
export const suggestionsKey = (lab: string, document?: string) =>
  document === undefined ? (['suggestions', lab] as const) : (['suggestions', lab, document] as const);
export const commentsKey = (lab: string, document: string) => ['comments', lab, document] as const;
export const mentionableKey = (lab: string, document: string, typed: string) => ['mentionable', lab, document, typed] as const;
export const templatesKey = (lab: string) => ['reply-templates', lab] as const;
export const deskKey = (lab: string, document?: string) =>
  document === undefined ? (['desk', lab] as const) : (['desk', lab, document] as const);
export const originsKey = (lab: string, document?: string) =>
  document === undefined ? (['origins', lab] as const) : (['origins', lab, document] as const);
export const unexplainedKey = (lab: string, document?: string) =>
  document === undefined ? (['unexplained', lab] as const) : (['unexplained', lab, document] as const);
export const blockersKey = (lab: string, document?: string) =>
  document === undefined ? (['blockers', lab] as const) : (['blockers', lab, document] as const);
/** The text of a draft as it was frozen: never changes. */
export const frozenKey = (lab: string, document: string) => ['frozen', lab, document] as const;
export const destinationsKey = (lab: string) => ['destinations', lab] as const;
/** Of one document: its versions; and the texts at its moments, which never change. */
export const versionsKey = (lab: string, document: string) => ['versions', lab, document] as const;
export const growthKey = (lab: string, document: string) => ['growth', lab, document] as const;
export const massDeletionsKey = (lab: string) => ['mass-deletions', lab] as const;
export const momentKey = (lab: string, document: string, seq: number) => ['moment', lab, document, seq] as const;
export const authorsKey = (lab: string, document: string) => ['authors', lab, document] as const;
