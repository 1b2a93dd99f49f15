// The columns of a file of observations that came by letter, as its template has them: names people read, in the language of the lab.
import type { ActorKind } from './actor-kind.ts';
import type { ObservationKind } from './observation.ts';

export const observationColumns = [
  'cita',
  'tipo',
  'observacion',
  'texto_propuesto',
  'en_nombre_de',
  'institucion',
  'sector',
  'fecha',
] as const;
export type ObservationColumn = (typeof observationColumns)[number];
/** Without these a file cannot be read; the others may be missing or empty. */
export const requiredColumns: readonly ObservationColumn[] = ['cita', 'tipo', 'observacion', 'en_nombre_de'];

/** How kinds are written in the file, accents and case aside. */
export const kindsInFile: Readonly<Record<string, ObservationKind>> = { fondo: 'substance', forma: 'form', pregunta: 'question' };

export const sectorsInFile: Readonly<Record<string, ActorKind>> = {
  ciudadania: 'ciudadania',
  ong: 'ong',
  'organizacion civil': 'ong',
  'sector publico': 'sector_publico',
  academia: 'academia',
  privado: 'privado',
  'sector privado': 'privado',
  cooperacion: 'cooperacion',
  otro: 'otro',
};

/** What is downloaded to be filled in: the columns, and one line that shows how. */
export const observationTemplate = [
  observationColumns.join(';'),
  [
    '"Cada borrador recibe observaciones"',
    'fondo',
    '"Falta decir en cuántos días se responde."',
    '"Cada borrador recibe observaciones, que se responden en quince días"',
    '"Consejo de Autoridades de San Aurelio"',
    '',
    'ciudadania',
    '2019-09-30',
  ].join(';'),
].join('\r\n');
