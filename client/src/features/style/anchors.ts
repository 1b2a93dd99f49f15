// The pieces `/estilo` shows, in the order it shows them, and the anchor of each: what follows the # in an address one can send.
export const anchors = {
  colors: 'colores',
  type: 'tipografia',
  space: 'espacio',
  page: 'pagina',
  buttons: 'botones',
  fields: 'campos',
  checkboxes: 'casillas',
  cards: 'tarjetas',
  select: 'listas',
  switches: 'apariencia',
  form: 'formularios',
  dialogs: 'dialogos',
  menu: 'menu',
  tabs: 'pestanas',
  table: 'tablas',
  banners: 'avisos',
  toasts: 'mensajes',
  states: 'estados',
  status: 'guardado',
  waiting: 'espera',
  people: 'personas',
  kinds: 'actores',
  process: 'proceso',
  codes: 'codigos',
} as const;

export type PieceName = keyof typeof anchors;

export const pieceNames = Object.keys(anchors) as readonly PieceName[];
