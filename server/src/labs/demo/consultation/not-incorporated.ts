// What table 1 said and does not go into Borrador 2, with the reason its people are given.
import type { FoundingConsultation } from '../../consultation-founding.ts';
import { demoSubTableId } from '../sub-tables.ts';

export const notIncorporated: FoundingConsultation['notIncorporated'] = [
  {
    contribution: [demoSubTableId(1), 3],
    reason:
      'El costo de un certificado lo fija el reglamento de otra institución y esta estrategia no puede cambiarlo. Se le trasladó con el folio, para que responda directamente.',
  },
];
