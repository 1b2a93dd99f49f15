// What the line of the process says of its stages, and lists and pages of a draft: where it stands, since when and until when. In Spanish.
export const draftDates = {
  line: {
    title: 'El proceso',
    subTables: 'Sub-mesas',
    stage: 'Etapa',
    state: 'Estado',
    when: 'Cuándo',
    states: { done: 'Terminada', open: 'Abierta ahora', next: 'Por venir' },
  },
  states: {
    planned: 'Aún no se abre',
    writing: 'En redacción',
    frozen: 'Congelado',
    in_consultation: 'En consulta',
    consolidating: 'En consolidación',
    answered: 'Respondido',
  },
  draft: (no: string) => `Borrador ${no}`,
  planned: (when: string) => `Previsto: ${when}`,
  tables: (count: string) => (count === '1' ? '1 tema' : `${count} temas`),
  frozen: (when: string) => `Congelado el ${when}`,
  until: (day: string) => `Se observa hasta el ${day}`,
  over: (day: string) => `La consulta cerró el ${day}`,
  prolonged: (day: string, reason: string) => `Se prolongó: cerraba el ${day}. ${reason}`,
  daysLeft: (days: number) => (days === 0 ? 'hoy es el último día' : days === 1 ? 'queda 1 día' : `quedan ${days} días`),
};
