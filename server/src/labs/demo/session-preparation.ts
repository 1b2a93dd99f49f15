// The free note the demonstration is born with: what a facilitator checks before opening the tables, from what the kick-off left pending
// and what a hall with fifteen people to a table needs.
import { bulletList, document, heading, paragraph, taskList } from '@cocrea/shared/document/templates/builder.ts';

export const sessionPreparation = document(
  heading(1, 'Preparación de la sesión de mesas'),
  paragraph('Lista de trabajo del equipo que facilita. Marque lo que ya está y agregue lo que falte.'),
  heading(2, 'Antes'),
  taskList(
    'Confirmar el salón y las refacciones: 15 personas por mesa.',
    'Compartir el plan de trabajo con quienes asistirán.',
    'Nombrar a quien facilita y a quien relata en cada una de las cinco mesas.',
    'Imprimir el código de entrada de cada mesa y tener hojas de papel para quien no usa teléfono.',
    'Probar el proyector y la red del salón.',
  ),
  heading(2, 'Durante'),
  taskList(
    'Explicar qué es el Compromiso 11 y qué pasará con lo que se diga.',
    'Leer el aviso de privacidad y las tres autorizaciones, que son voluntarias.',
    'Responder las cuatro preguntas guía, en orden, y dar la palabra a quien no ha hablado.',
    'Leer a la mesa lo que quedó escrito.',
  ),
  heading(2, 'Después'),
  taskList('Revisar que ninguna pregunta quedó sin aportes.', 'Avisar a las mesas cuándo y dónde leer el Borrador 1.'),
  heading(2, 'Pendientes de la reunión inicial (9/05/2019)'),
  bulletList(
    'Socializar el plan de trabajo.',
    'Carta de entendimiento para el apoyo de la organización Jóvenes contra la Violencia.',
    'Establecer una reunión para la planificación de laboratorios de innovación.',
  ),
);
