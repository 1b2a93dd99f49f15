// Borrador 1 of the demonstration as people find it: the sections every Borrador has, with the opening text of Compromiso 11.
import { borrador } from '@cocrea/shared/document/templates/borrador.ts';
import { annexes, firstPhase, glossary, lines, processAndPhases } from './borrador-1-actions.ts';
import { concepts, norms, presentation, standards } from './borrador-1-foundations.ts';

export const borrador1 = borrador({
  draftNo: 1,
  title: 'Estrategia Nacional de Innovación en la Gestión Pública',
  text: { presentation, concepts, standards, norms, process: processAndPhases, lines, firstPhase, glossary, annexes },
});
