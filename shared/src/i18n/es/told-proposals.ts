// What happened to proposals and where they stand, in Spanish: for their own pages and for the home of the lab.
import type { ProposalState } from '../../domain/proposal-state.ts';

const states: Record<ProposalState, string> = {
  draft: 'Borrador de propuesta',
  submitted: 'Presentada',
  in_validation: 'En validación',
  observed: 'Con observaciones',
  validated: 'Validada transversalmente',
  incorporated: 'Incorporada',
  not_incorporated: 'No incorporada',
  withdrawn: 'Retirada',
};

export const toldProposals = {
  states,
  created: (title: string) => `Propuesta nueva: ${title}`,
  changed: (title: string) => `Cambiaron los datos de ${title}`,
  moved: (title: string, state: string) => `${title}: ${state}`,
  endorsed: (title: string) => `Dieron un aval a ${title}`,
  endorsementWithdrawn: (title: string) => `Retiraron un aval de ${title}`,
  merged: (title: string) => `Se fusionó ${title} con otras propuestas`,
  mergeUndone: (title: string) => `Se deshizo la fusión de ${title}`,
  split: (title: string) => `Se dividió ${title}`,
  splitUndone: (title: string) => `Se deshizo la división de ${title}`,
  gateChanged: 'Cambió la regla de validación de las propuestas',
  proposal: 'una propuesta',
};
