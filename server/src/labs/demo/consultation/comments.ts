// What people of the demonstration say to each other about Borrador 2 while it is written: one thread open with a question, one with an answer,
// one resolved.
import type { FoundingThread } from '../../consultation-founding.ts';
import { demoConsolidatorId, personId } from '../people.ts';

export const comments: readonly FoundingThread[] = [
  {
    on: 'en la capital y en los municipios',
    comments: [
      {
        by: personId(3),
        says: 'En las aldeas lejos de la cabecera no hay oficina ni señal. ¿Cabe aquí, @Rodrigo Aldana Cifuentes, o va en la primera fase?',
        naming: [demoConsolidatorId],
      },
      { by: personId(12), says: 'En La Esperanza el trámite más cercano queda a tres horas. Por favor, que se mencione.' },
    ],
  },
  {
    on: 'se probará con personas que usan lector de pantalla antes de abrirse',
    comments: [
      { by: personId(5), says: '¿Cuántas personas y con qué prueba? Si no se dice, cada institución hará lo que quiera.' },
      {
        by: demoConsolidatorId,
        says: 'Va en el plan de la primera fase: cinco personas por servicio. @Beatriz Coyoy Letona, ¿puede proponer la redacción?',
        naming: [personId(5)],
      },
    ],
  },
  {
    on: 'La ayuda de memoria de cada reunión se publica en cinco días hábiles.',
    comments: [
      { by: personId(10), says: 'Antes decía «en breve». ¿Cinco días hábiles desde la reunión o desde que se aprueba?' },
      { by: personId(1), says: 'Desde la reunión. Lo confirmamos en la mesa.' },
    ],
    resolvedBy: personId(1),
  },
];
