// The consultation of Borrador 1 of the demonstration, whole.
import type { FoundingConsultation } from '../../consultation-founding.ts';
import { firstTable } from '../hall/people.ts';
import { demoLabId } from '../lab.ts';
import { demoConsolidatorId, personId } from '../people.ts';
import { changes } from './changes.ts';
import { comments } from './comments.ts';
import { notIncorporated } from './not-incorporated.ts';
import { observations } from './observations.ts';

export const demoConsultation: FoundingConsultation = {
  draftId: `${demoLabId}.borrador-1`,
  nextDraftId: `${demoLabId}.borrador-2`,
  consolidatorId: demoConsolidatorId,
  writers: {
    Presentación: personId(1),
    'Marco conceptual': personId(5),
    Estándares: personId(11),
    Normas: firstTable[1]?.id ?? '',
    'Procesos y fases': personId(2),
    'Líneas de acción': personId(3),
    'Plan de la primera fase': personId(7),
    Glosario: personId(6),
  },
  frozenDaysAgo: 20,
  days: 15,
  observations,
  changes,
  comments,
  notIncorporated,
};
