// The addresses around a Borrador: apart from the others, because nobody at the door goes there.
export const draftPaths = {
  /** Its versions, and how it grew. */
  history: (lab: string, document: string) => `/laboratorios/${lab}/documentos/${document}/historial`,
  desk: (lab: string, document: string) => `/laboratorios/${lab}/documentos/${document}/mesa-de-consolidacion`,
  /** For everybody, without signing in; by the draft's number. */
  publicDraft: (lab: string, draftNo: number) => `/publico/${lab}/borrador/${draftNo}`,
  publicLab: (lab: string) => `/publico/${lab}`,
  publicMatrix: (lab: string, draftNo: number) => `/publico/${lab}/matriz/${draftNo}`,
  /** With the one before it. */
  publicCompare: (lab: string, draftNo: number) => `/publico/${lab}/comparar/${draftNo}`,
  /** As the lab sees it. */
  matrix: (lab: string, draftNo: number) => `/laboratorios/${lab}/matriz/${draftNo}`,
  verify: '/verificar',
} as const;
