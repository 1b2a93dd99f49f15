// The names under which answers are kept: one for each endpoint that is read.
export const sessionKey = ['session'] as const;
export const labKey = (lab: string) => ['lab', lab] as const;
export const documentsKey = (lab: string) => ['documents', lab] as const;
export const changesKey = (lab: string) => ['changes', lab] as const;
export const peopleKey = (lab: string) => ['people', lab] as const;
export const codesKey = (lab: string) => ['codes', lab] as const;
export const proposalsKey = (lab: string) => ['proposals', lab] as const;
export const proposalKey = (lab: string, proposal: string) => ['proposal', lab, proposal] as const;
export const destinationsKey = (lab: string) => ['destinations', lab] as const;
