// The names under which answers are kept: one for each endpoint that is read.
export const sessionKey = ['session'] as const;
export const labKey = (lab: string) => ['lab', lab] as const;
export const documentsKey = (lab: string) => ['documents', lab] as const;
export const changesKey = (lab: string) => ['changes', lab] as const;
export const peopleKey = (lab: string) => ['people', lab] as const;
export const tablesKey = (lab: string) => ['tables', lab] as const;
/** `table` is the number people call it by. */
export const boardKey = (lab: string, table: number) => ['board', lab, table] as const;
export const ballotsKey = (lab: string, table: number) => ['ballots', lab, table] as const;
export const codesKey = (lab: string) => ['codes', lab] as const;
