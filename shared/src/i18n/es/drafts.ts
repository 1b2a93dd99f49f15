// The words around a Borrador, in Spanish: where it stands, what is done next with it, what blocks it, and what came too late for it.
import type { DraftStep } from '../../domain/draft.ts';

const answers = (count: number): string => (count === 1 ? '1 sin respuesta' : `${count} sin respuesta`);

interface StepWords {
  readonly action: string;
  readonly title: (draft: string) => string;
  readonly done: (draft: string) => string;
}
const steps: Record<DraftStep, StepWords> = {
  freeze: {
    action: 'Congelar',
    title: (draft) => `Congelar el ${draft}`,
    done: (draft) => `El ${draft} quedó congelado.`,
  },
  open_consultation: {
    action: 'Abrir la consulta',
    title: (draft) => `Abrir la consulta del ${draft}`,
    done: (draft) => `El ${draft} está en consulta.`,
  },
  begin_next: {
    action: 'Empezar el siguiente',
    title: (draft) => `Empezar el ${draft}`,
    done: (draft) => `El ${draft} está en redacción.`,
  },
  publish: {
    action: 'Publicar',
    title: (draft) => `Publicar el ${draft}`,
    done: (draft) => `El ${draft} está publicado.`,
  },
};

export const drafts = {
  head: {
    label: (draft: string) => `Estado del ${draft}`,
    frozen: (when: string) => `Congelado el ${when}`,
    frozenBy: (when: string, name: string) => `Congelado el ${when} por ${name}`,
    published: (day: string) => `Publicado el ${day}`,
    fingerprint: (short: string) => `Huella ${short}`,
    fingerprintName: 'Ver la huella completa',
    versions: 'Versiones',
    desk: 'Mesa de consolidación',
    matrix: 'Matriz',
    publicPage: 'Página pública',
    showQr: 'Mostrar el código QR',
    next: (draft: string) => `Ir al ${draft}`,
    more: (draft: string) => `los pasos del ${draft}`,
  },
  steps,
  freeze: {
    what: 'El texto queda como está en este momento, con su huella y la fecha. Nadie podrá cambiarlo más, tampoco quien lo congela.',
    writing:
      'Lo que ya está guardado en el servidor entra. A quien siga escribiendo sin señal se le ofrecerá enviarlo como aporte tardío.',
    answers: (draft: string) => `Con esto el ${draft} queda respondido.`,
    counting: 'Contando las sugerencias abiertas…',
    uncounted: 'No se pudo contar las sugerencias abiertas. Ninguna se pierde: lo que quede abierto no entra en este texto.',
    suggestions: (count: number, people: number, draft: string) =>
      count === 1
        ? `1 sugerencia abierta no entra en el ${draft}.`
        : `${count} sugerencias abiertas de ${people === 1 ? '1 persona' : `${people} personas`} no entran en el ${draft}.`,
    goOn: (next: string) =>
      `Lo que queda abierto pasa al ${next} como sugerencia, a nombre de quien la hizo, cuando ese empiece.`,
    stayBeside: 'Lo que queda abierto sigue a la vista junto al texto congelado, y ya no se decide.',
    never: 'No se puede deshacer.',
    blocked: answers,
    blockedWhy: 'Se congela cuando todo lo que se dijo antes tiene respuesta.',
    list: 'Qué falta para congelar',
    listNone: 'No falta nada: ya se puede congelar.',
    observations: (answered: number, total: number) => `Observaciones respondidas: ${answered} de ${total}`,
    contributions: (settled: number, total: number) => `Aportes con destino: ${settled} de ${total}`,
    lacks: {
      disposition: 'falta decidir qué se hace con ella',
      response: 'falta la respuesta',
      destination: 'el párrafo al que llevaba ya no está en el texto, o quedó vacío',
      outcome: 'falta decir qué pasó con él',
    },
    kinds: { observation: 'Observaciones', contribution: 'Aportes', late_writing: 'Aportes tardíos' },
    goAnswer: 'Responder en la mesa de consolidación',
  },
  consultation: {
    what: 'Desde ahora las personas del laboratorio pueden observar el borrador, y cualquiera puede leerlo en su página pública.',
    days: 'Días de consulta',
    daysHint: (least: number, most: number) => `Entre ${least} y ${most}. Cuentan desde mañana, en días del calendario.`,
    daysWrong: (least: number, most: number) => `Escriba un número entero entre ${least} y ${most}.`,
    closes: (day: string) => `Se podrá observar hasta el ${day}, todo el día.`,
    late: 'Lo que llegue después se guarda aparte, como tardío.',
  },
  prolong: {
    action: 'Prolongar la consulta',
    title: (draft: string) => `Prolongar la consulta del ${draft}`,
    now: (day: string) =>
      `Hoy se puede observar hasta el ${day}. La consulta solo puede cerrar después, nunca antes de lo prometido.`,
    days: 'Días más',
    daysHint: (least: number, most: number) =>
      `Entre ${least} y ${most}. Cuentan desde el cierre actual, en días del calendario.`,
    reason: 'Por qué se prolonga',
    reasonHint: 'Lo lee cualquiera, junto a la nueva fecha.',
    done: (draft: string, day: string) => `El ${draft} se puede observar hasta el ${day}.`,
  },
  begin: {
    what: (from: string, to: string) =>
      `El ${to} empieza con el texto del ${from}: los párrafos conservan su historia y sus autores, y desde ahí se incorpora lo observado.`,
    open: (day: string) =>
      `La consulta está abierta hasta el ${day}. Si empieza ahora, se cierra hoy; lo que llegue después será tardío.`,
    suggestions: (count: number, from: string) =>
      count === 1
        ? `1 sugerencia quedó abierta en el ${from}: pasa, a nombre de quien la hizo.`
        : `${count} sugerencias quedaron abiertas en el ${from}: pasan, a nombre de quien las hizo.`,
    stays: (from: string) => `El ${from} se conserva como quedó.`,
    never: 'No se puede deshacer.',
  },
  publish: {
    what: 'Cualquiera podrá leerlo sin entrar, descargarlo y comprobar su huella.',
    matrix: (draft: string) =>
      `Con él se publica la matriz de observaciones del ${draft}, y cada persona que observó verá la respuesta que se le dio. Esas respuestas ya no cambian.`,
    never: 'No se puede deshacer.',
  },
  fingerprint: {
    title: 'La huella',
    what: 'Estos 64 caracteres se calculan del texto congelado. Si una sola letra cambiara, serían otros.',
    field: 'Huella (SHA-256)',
    verify: 'Comprobar un archivo',
  },
  publicPage: {
    title: 'La página pública',
    what: 'Cualquiera puede leer el borrador en esta dirección, sin entrar. Para mostrarla en una sala, apunte con la cámara del teléfono:',
    qr: (draft: string) => `Código QR de la página pública del ${draft}`,
    field: 'Dirección',
  },
  late: {
    title: (draft: string) => `Lo que usted escribió no entró en el ${draft}`,
    what: (draft: string, when: string) =>
      `El ${draft} se congeló el ${when}, y lo suyo estaba solo en este dispositivo. Nada se perdió y nada se mezcló: usted decide.`,
    shown: 'Abajo, el texto se ve con lo que usted escribió en este dispositivo.',
    compare: 'Lo que escribió, junto a lo que quedó',
    mine: 'Lo que usted escribió',
    frozen: 'Como quedó congelado',
    newHere: 'No está en el borrador: es un párrafo nuevo.',
    removed: 'Usted quitó este párrafo.',
    onlyFormat: 'Además cambió el formato de alguna parte, que no se puede enviar. La copia lo conserva.',
    send: (count: number) => (count === 1 ? 'Enviar como aporte tardío' : 'Enviar como aportes tardíos'),
    sending: (done: number, total: number) => `Enviando ${done} de ${total}…`,
    sendWhat: 'Quien consolida dirá qué se hizo con cada uno, y usted podrá seguirlos por su folio.',
    observe: (count: number) => (count === 1 ? 'Enviar como observación' : 'Enviar como observaciones'),
    observeWhat: 'La consulta está abierta: cada párrafo se envía como una observación, con su folio y su respuesta motivada.',
    why: 'Por qué propone el cambio',
    whyHint: 'Se envía con cada observación.',
    whyMissing: 'Diga por qué: sin una razón no se puede responder.',
    afterThis: (text: string) => `Añadir después de este párrafo: ${text}`,
    takeOut: 'Quitar este párrafo.',
    keep: 'Conservar',
    kept: 'Lo que escribió se conserva en este dispositivo',
    keptWhat: 'No se envió. Puede decidir cuando quiera, en este mismo dispositivo.',
    decide: 'Decidir ahora',
    discard: 'Descartar',
    discardTitle: 'Descartar lo que escribió',
    discardWhat: (count: number) =>
      count === 1
        ? 'Se borra de este dispositivo un párrafo que no está en ningún otro lugar. No se puede deshacer.'
        : `Se borran de este dispositivo ${count} párrafos que no están en ningún otro lugar. No se puede deshacer.`,
    discarded: 'Se descartó lo que no se había enviado.',
    nothing: 'Lo que faltaba por confirmar ya está en el borrador congelado, palabra por palabra.',
    nothingGo: 'Entendido',
    sent: (count: number) =>
      count === 1 ? 'Se envió, y llegó tarde para este borrador' : 'Se enviaron, y llegaron tarde para este borrador',
    sentObserved: (count: number) => (count === 1 ? 'Se envió como observación' : 'Se enviaron como observaciones'),
    sentWhat: (folios: string) => `Guarde el folio para seguir lo que se hace: ${folios}.`,
    sentGo: 'Entendido',
    waits: 'Se necesita conexión para ver el texto congelado y decidir. Mientras tanto, lo suyo sigue en este dispositivo.',
    mayNot: 'Con su papel en el laboratorio no se envían aportes. Puede llevarse una copia.',
  },
};
