// Qué pasó con lo que alguien sugirió, en español: for its author, on the home of the lab.
export const toldSuggestions = {
  accepted: (n: number, title: string) =>
    `Aceptaron ${n === 1 ? 'una de sus sugerencias' : `${n} de sus sugerencias`} en ${title}`,
  rejected: (n: number, title: string) =>
    `No aceptaron ${n === 1 ? 'una de sus sugerencias' : `${n} de sus sugerencias`} en ${title}`,
};
