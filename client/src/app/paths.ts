// The addresses of the pages, in Spanish as the reader sees them: the only place that knows them.
export const paths = {
  first: '/',
  signIn: '/entrar',
  join: (code?: string) => (code === undefined ? '/unirse' : `/unirse/${encodeURIComponent(code)}`),
  setUp: (secret: string) => `/preparar/${encodeURIComponent(secret)}`,
  labs: '/laboratorios',
  lab: (lab: string) => `/laboratorios/${lab}`,
  document: (lab: string, document: string) => `/laboratorios/${lab}/documentos/${document}`,
  /** Its versions, and how it grew. */
  history: (lab: string, document: string) => `/laboratorios/${lab}/documentos/${document}/historial`,
  desk: (lab: string, document: string) => `/laboratorios/${lab}/documentos/${document}/mesa-de-consolidacion`,
  /** For everybody, without signing in; by the draft's number. */
  publicDraft: (lab: string, draftNo: number) => `/publico/${lab}/borrador/${draftNo}`,
  verify: '/verificar',
  people: (lab: string) => `/laboratorios/${lab}/personas`,
  codes: (lab: string) => `/laboratorios/${lab}/codigos`,
  tables: (lab: string) => `/laboratorios/${lab}/mesas`,
  /** What whoever sits at the table has in their hand; by the table's number. */
  table: (lab: string, no: number) => `/laboratorios/${lab}/mesas/${no}`,
  conduct: (lab: string, no: number) => `/laboratorios/${lab}/mesas/${no}/conducir`,
  board: (lab: string, no: number) => `/laboratorios/${lab}/mesas/${no}/tablero`,
  projector: (lab: string, no: number) => `/laboratorios/${lab}/mesas/${no}/proyector`,
  tablePaper: (lab: string, no: number) => `/laboratorios/${lab}/mesas/${no}/papel`,
  plenary: (lab: string) => `/laboratorios/${lab}/plenaria`,
  proposals: (lab: string) => `/laboratorios/${lab}/propuestas`,
  proposal: (lab: string, proposal: string) => `/laboratorios/${lab}/propuestas/${proposal}`,
  /** What became of somebody's words; for everybody. */
  folio: (folio: string) => `/folio/${encodeURIComponent(folio)}`,
  account: '/cuenta',
  style: '/estilo',
} as const;

/** The same addresses as patterns of the router. */
export const routes = {
  first: '/',
  signIn: '/entrar',
  join: '/unirse/:code?',
  setUp: '/preparar/:secret',
  labs: '/laboratorios',
  anyLab: '/laboratorios/:lab/*?',
  lab: '/laboratorios/:lab',
  document: '/laboratorios/:lab/documentos/:document',
  history: '/laboratorios/:lab/documentos/:document/historial',
  people: '/laboratorios/:lab/personas',
  codes: '/laboratorios/:lab/codigos',
  tables: '/laboratorios/:lab/mesas',
  table: '/laboratorios/:lab/mesas/:table',
  conduct: '/laboratorios/:lab/mesas/:table/conducir',
  board: '/laboratorios/:lab/mesas/:table/tablero',
  projector: '/laboratorios/:lab/mesas/:table/proyector',
  tablePaper: '/laboratorios/:lab/mesas/:table/papel',
  plenary: '/laboratorios/:lab/plenaria',
  proposals: '/laboratorios/:lab/propuestas',
  proposal: '/laboratorios/:lab/propuestas/:proposal',
  account: '/cuenta',
  style: '/estilo',
} as const;
