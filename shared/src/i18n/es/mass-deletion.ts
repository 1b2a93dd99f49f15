// What is said when most of a text was deleted, in Spanish: on the text itself and on the home of the lab.
export const massDeletion = {
  label: 'Se borró buena parte de un texto',
  told: (title: string, percent: number, when: string) => `Se borró el ${percent}\u00a0% de «${title}» (${when}).`,
  kept: 'Lo borrado se guardó en el historial y puede traerse de vuelta; lo que se escribió después se queda.',
  restore: 'Traerlo de vuelta',
  toHistory: 'Ver el historial',
  dismiss: 'Estaba bien así',
  restored: (title: string) => `Volvió lo que se había borrado de «${title}».`,
  undo: 'Deshacer',
  undone: 'El texto quedó como estaba.',
  dismissed: 'Se quitó el aviso. Lo borrado sigue en el historial.',
  already: 'Ya estaba resuelto: el texto había vuelto, o alguien quitó el aviso.',
};
