// What the dots of a table say, in Spanish: on the phone of whoever gives them, on the board, and where they are counted by hand.
const dots = (count: number): string => (count === 1 ? '1 punto' : `${count} puntos`);
const people = (count: number): string => (count === 1 ? '1 persona' : `${count} personas`);

export const ballots = {
  question: (no: number) => `Pregunta ${no}`,
  dots,
  ballot: {
    what: (quota: number) =>
      quota === 1
        ? 'Tiene 1 punto. Póngalo en lo que más le importa.'
        : `Tiene ${dots(quota)}. Póngalos en lo que más le importa; puede poner varios en el mismo.`,
    left: (left: number, quota: number) => `Le quedan ${left} de ${quota}`,
    leftCounted: (left: number, quota: number) => `Quedan ${left} de ${quota}`,
    more: (folio: string) => `Un punto más para ${folio}`,
    less: (folio: string) => `Un punto menos para ${folio}`,
    given: (count: number) => dots(count),
    others: (count: number) => (count === 1 ? 'y 1 aporte más' : `y ${count} aportes más`),
    send: 'Enviar mis puntos',
    resend: 'Enviar el cambio',
    sent: 'Sus puntos están en el servidor. Puede cambiarlos hasta que la mesa termine de votar.',
    voted: (count: number) =>
      count === 0 ? 'Todavía no vota nadie' : count === 1 ? 'Votó 1 persona' : `Votaron ${count} personas`,
    hidden: 'Nadie ve los puntos de los demás hasta que la mesa termine de votar.',
    anonymousBefore:
      'Se cuentan sin su nombre: el servidor anota que usted votó, y suma sus puntos a los de la mesa sin anotar cuáles fueron. Por eso, una vez enviados, no se pueden cambiar. Si vota una sola persona, el total deja ver lo suyo.',
    anonymousSent: 'Sus puntos se contaron sin su nombre. Ya no se pueden cambiar.',
    nothing: 'Todavía no hay aportes a los cuales dar puntos.',
    waiting: 'Los puntos se reparten cuando la mesa prioriza. Esta pantalla cambia sola cuando empiece.',
    results: 'Puntos de la mesa',
    noVoice: 'Usted puede leer esta mesa, pero no repartir puntos en ella.',
  },
  counted: {
    open: 'Contar puntos sin teléfono',
    title: 'Puntos contados a mano',
    what: 'Para quienes levantan la mano o comparten un teléfono: cuántas personas son y cuántos puntos dan entre todas.',
    label: 'Quiénes',
    labelHint: 'Por ejemplo: grupo 2, mano alzada',
    labelMissing: 'Escriba quiénes son.',
    people: 'Cuántas personas',
    peopleWrong: (most: number) => `Escriba un número de 1 a ${most}.`,
    save: 'Anotar estos puntos',
    saved: (label: string) => `Se anotaron los puntos de ${label}.`,
    list: 'Ya contados',
    none: 'Todavía no se ha contado a nadie sin teléfono.',
    row: (label: string, count: number) => `${label} · ${people(count)}`,
    remove: 'Quitar',
    removeOf: (label: string) => `Quitar los puntos de ${label}`,
  },
};
