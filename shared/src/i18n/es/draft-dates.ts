// Since when and until when a draft is what it is, in Spanish: for the line of the process, lists of documents and the page of a draft.
export const draftDates = {
  frozen: (when: string) => `Congelado el ${when}`,
  until: (day: string) => `Se observa hasta el ${day}`,
  over: (day: string) => `La consulta cerró el ${day}`,
  daysLeft: (days: number) => (days === 0 ? 'hoy es el último día' : days === 1 ? 'queda 1 día' : `quedan ${days} días`),
};
