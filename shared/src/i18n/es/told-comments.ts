// Qué concierne a alguien de lo que se comentó, en español: on the home of the lab.
export const toldComments = {
  mentioned: (name: string, title: string) => `${name} le mencionó en un comentario de ${title}`,
  replied: (name: string, title: string) => `${name} respondió a su comentario en ${title}`,
  resolved: (name: string, title: string) => `${name} resolvió su comentario en ${title}`,
  takenDown: (title: string) => `Quitaron un comentario suyo en ${title}`,
};
