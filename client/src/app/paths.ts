// The addresses of the pages, in Spanish as the reader sees them: the only place that knows them.
import type { LabDocument } from '@cocrea/shared/domain/document.ts';

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
  proposals: (lab: string) => `/laboratorios/${lab}/propuestas`,
  proposal: (lab: string, proposal: string) => `/laboratorios/${lab}/propuestas/${proposal}`,
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
  proposals: '/laboratorios/:lab/propuestas',
  proposal: '/laboratorios/:lab/propuestas/:proposal',
  account: '/cuenta',
  style: '/estilo',
} as const;

/** Where a document is read and written: the prose of a proposal stands on the page of that proposal. */
export function placeOf(lab: string, { id, kind }: Pick<LabDocument, 'id' | 'kind'>): string {
  return kind === 'proposal' ? paths.proposal(lab, id) : paths.document(lab, id);
}

/** Is a text open at this address, whose words may be on their way? */
export function holdsText(lab: string, path: string): boolean {
  return path.startsWith(paths.document(lab, '')) || path.startsWith(paths.proposal(lab, ''));
}
