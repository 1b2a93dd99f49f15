// The addresses of the pages, in Spanish as the reader sees them: the only place that knows them.
export const paths = {
  first: '/',
  signIn: '/entrar',
  join: (code?: string) => (code === undefined ? '/unirse' : `/unirse/${encodeURIComponent(code)}`),
  setUp: (secret: string) => `/preparar/${encodeURIComponent(secret)}`,
  labs: '/laboratorios',
  lab: (lab: string) => `/laboratorios/${lab}`,
  document: (lab: string, document: string) => `/laboratorios/${lab}/documentos/${document}`,
  people: (lab: string) => `/laboratorios/${lab}/personas`,
  codes: (lab: string) => `/laboratorios/${lab}/codigos`,
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
  people: '/laboratorios/:lab/personas',
  codes: '/laboratorios/:lab/codigos',
  account: '/cuenta',
  style: '/estilo',
} as const;
