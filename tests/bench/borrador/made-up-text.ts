// A hundred pages of made-up Spanish, the same ones in every run: what a Borrador looks like that nobody has written.

/** A4 at about 600 words a page. */
export const wanted = { words: 60_000, blocks: 1_500 };
const blocksOfSection = 25;

export interface MadeBlock {
  readonly kind: 'heading' | 'paragraph';
  readonly words: readonly string[];
}

const who = [
  ['cada', 'municipalidad'],
  ['la', 'institución', 'rectora'],
  ['la', 'mesa', 'técnica'],
  ['quien', 'atiende', 'al', 'público'],
  ['una', 'comunidad', 'lingüística'],
  ['el', 'equipo', 'de', 'innovación'],
  ['la', 'sociedad', 'civil', 'organizada'],
  ['cualquier', 'persona', 'usuaria'],
];
const does = [
  ['publica', 'en', 'un', 'solo', 'lugar'],
  ['revisa', 'con', 'quienes', 'lo', 'usan'],
  ['explica', 'en', 'palabras', 'sencillas'],
  ['prueba', 'durante', 'seis', 'meses'],
  ['mide', 'y', 'da', 'a', 'conocer'],
  ['deja', 'de', 'pedir', 'dos', 'veces'],
  ['abre', 'a', 'consulta', 'pública'],
];
const what = [
  ['el', 'trámite', 'que', 'más', 'se', 'pide'],
  ['los', 'datos', 'de', 'su', 'presupuesto'],
  ['la', 'lista', 'de', 'requisitos', 'y', 'plazos'],
  ['los', 'acuerdos', 'de', 'cada', 'reunión'],
  ['el', 'avance', 'de', 'sus', 'compromisos'],
  ['la', 'atención', 'en', 'idiomas', 'mayas'],
];
const why = [
  ['para', 'que', 'nadie', 'pierda', 'un', 'día', 'de', 'trabajo', 'en', 'la', 'fila'],
  ['porque', 'sin', 'medida', 'no', 'se', 'aprende', 'de', 'lo', 'que', 'falla'],
  ['y', 'responde', 'en', 'un', 'plazo', 'que', 'se', 'conoce', 'de', 'antemano'],
  ['aunque', 'la', 'conexión', 'sea', 'lenta', 'o', 'falte', 'del', 'todo'],
];

/** Exactly as many blocks and words as wanted. */
export function hundredPages(): readonly MadeBlock[] {
  // Knuth's multiplicative hash of a counter: mixed enough for phrases, and the same every time.
  let turn = 0;
  const pick = (from: readonly (readonly string[])[]): readonly string[] =>
    from[(Math.imul(++turn, 0x9e3779b1) >>> 12) % from.length] ?? [];
  const blocks: MadeBlock[] = [];
  let left = wanted.words;
  for (let no = 0; no < wanted.blocks; no++) {
    const section = Math.floor(no / blocksOfSection) + 1;
    const heading = no % blocksOfSection === 0;
    const words = heading ? ['Apartado', String(section), ...pick(what)] : [];
    const share = Math.round(left / (wanted.blocks - no));
    // Every paragraph says its number, so that a place of it is found again and no two are the same.
    if (!heading) words.push(`${section}.${no % blocksOfSection}`);
    while (!heading && words.length < share) words.push(...pick(who), ...pick(does), ...pick(what), ...pick(why), 'y', 'además');
    const kept = heading ? words : words.slice(0, share);
    left -= kept.length;
    blocks.push({ kind: heading ? 'heading' : 'paragraph', words: kept });
  }
  return blocks;
}
