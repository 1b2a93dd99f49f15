// Lo que dice `pnpm cocrea doctor`: qué se encontró y qué hacer.
import type { CheckupFinding, CheckupPart, FindingKind } from '../../domain/checkup.ts';

type Details = CheckupFinding['details'];
export interface CheckupWords {
  readonly parts: Record<CheckupPart, string>;
  readonly well: string;
  readonly verdicts: Record<'well' | 'warning' | 'damage', string>;
  readonly findings: Record<FindingKind, (details: Details) => { readonly what: string; readonly todo: string }>;
}

const restore =
  'Detenga el servidor, guarde aparte la carpeta tal como está y restaure la última copia: pnpm cocrea restore <copia> --replace.';

export const checkup = {
  parts: {
    database: 'Base de datos',
    migrations: 'Esquema',
    texts: 'Textos, su historia y sus resúmenes',
    chain: 'Cadena de eventos',
    frozen: 'Borradores congelados y sus huellas',
    disk: 'Espacio en disco',
    backups: 'Copias de seguridad',
  },
  well: 'bien',
  verdicts: {
    well: 'Todo está bien.',
    warning: 'No se perdió nada, pero hay algo que atender.',
    damage: 'Hay daños. Haga primero una copia de la carpeta tal como está, y siga lo que dice cada uno.',
  },
  findings: {
    data_missing: ({ folder }) => ({
      what: `En ${folder} no hay datos de Cocrea.`,
      todo: 'Diga la carpeta de datos: pnpm cocrea doctor <carpeta>. Si los datos debían estar ahí, restaure la última copia.',
    }),
    database_unreadable: ({ file, reason }) => ({ what: `${file} no se puede leer (${reason}).`, todo: restore }),
    database_foreign: ({ file }) => ({
      what: `${file} no es una base de datos de Cocrea.`,
      todo: 'Revise el ajuste COCREA_DATA_DIR: señala la carpeta de otro programa.',
    }),
    database_pages: ({ reason }) => ({ what: `La base de datos tiene páginas dañadas (${reason}).`, todo: restore }),
    reference_broken: ({ table, parent, rows }) => ({
      what: `En la tabla ${table}, ${rows} filas nombran algo de ${parent} que no existe.`,
      todo: `Otro programa cambió la base de datos. ${restore}`,
    }),
    migration_newer: ({ found, known }) => ({
      what: `La base de datos es de una versión más nueva de Cocrea (esquema ${found}; este programa conoce hasta el ${known}).`,
      todo: 'Actualice el programa. Los datos están bien.',
    }),
    migration_differs: ({ no }) => ({
      what: `El paso ${no} del esquema no es el de este programa.`,
      todo: 'Use la misma versión de Cocrea que escribió estos datos, o una más nueva.',
    }),
    migration_pending: ({ found, known }) => ({
      what: `La base de datos es de una versión anterior (esquema ${found}; este programa escribe el ${known}).`,
      todo: 'Haga una copia con pnpm cocrea backup y abra el servidor: el primer arranque la actualiza.',
    }),
    text_missing: ({ document }) => ({ what: `El documento ${document} no tiene texto.`, todo: restore }),
    text_damaged: ({ document, seq }) => ({
      what: `El texto ${document} no se puede leer completo: la fila ${seq} está dañada o falta. El servidor no lo abre.`,
      todo: restore,
    }),
    history_damaged: ({ document, seq }) => ({
      what: `El texto ${document} se abre, pero su historia no está completa: la fila ${seq} está dañada o falta.`,
      todo: 'Puede seguir trabajando. La historia completa está en la última copia anterior al daño: consérvela, y revise el disco.',
    }),
    snapshot_damaged: ({ document, seq }) => ({
      what: `Un resumen del texto ${document} (fila ${seq}) está dañado. El texto se lee de sus filas y no le falta nada.`,
      todo: 'El servidor escribirá otro. Revise el disco: es la primera señal de que falla.',
    }),
    snapshot_differs: ({ document, seq }) => ({
      what: `Un resumen del texto ${document} (fila ${seq}) no dice lo mismo que sus filas.`,
      todo: 'No abra el servidor. Avise a quien mantiene Cocrea con una copia de la carpeta: las filas tienen el texto correcto.',
    }),
    rows_orphaned: ({ count }) => ({
      what: `${count} filas no pertenecen a ningún texto.`,
      todo: 'No hacen daño. Avise a quien mantiene Cocrea: alguien borró un texto fuera del programa.',
    }),
    generation_missing: ({ document }) => ({
      what: `El texto ${document} no dice de qué generación es, y los dispositivos podrían mezclarlo con otro.`,
      todo: 'Detenga el servidor y use: pnpm cocrea restored.',
    }),
    chain_broken: ({ lab, seq }) => ({
      what: `La cadena de eventos de ${lab} está rota en el evento ${seq}: alguien lo cambió, lo quitó o lo puso fuera del programa.`,
      todo: 'Compare con pnpm cocrea audit verify sobre la última copia. Guarde las dos carpetas: son la prueba de lo que se cambió.',
    }),
    fingerprint_differs: ({ document, fingerprint }) => ({
      what: `El borrador congelado ${document} no da la huella ${fingerprint} que se publicó.`,
      todo: `Compare con el archivo publicado (pnpm cocrea verify <archivo>). ${restore}`,
    }),
    frozen_text_differs: ({ document }) => ({
      what: `El texto del borrador congelado ${document} no es el que se congeló.`,
      todo: `El que se publicó sigue siendo el congelado. ${restore}`,
    }),
    frozen_unsealed: ({ document }) => ({
      what: `El texto del borrador congelado ${document} no está sellado.`,
      todo: 'Avise a quien mantiene Cocrea. Mientras tanto no lo abra a quienes escriben.',
    }),
    disk_low: ({ folder, free }) => ({
      what: `Quedan ${free} MB en el disco de ${folder}.`,
      todo: 'Libere espacio: hace falta para compactar y para las copias. Con el disco lleno no se guarda nada.',
    }),
    disk_full: ({ folder, free }) => ({
      what: `El disco de ${folder} está lleno (${free} MB).`,
      todo: 'Libere espacio ya. Lo que la gente escribe espera en sus dispositivos y se guarda solo cuando haya lugar.',
    }),
    backup_none: ({ folder }) => ({
      what: `En ${folder} no hay ninguna copia completa, aunque los ajustes las piden.`,
      todo: 'Revise la terminal del servidor, o haga una ahora: pnpm cocrea backup <carpeta>.',
    }),
    backup_old: ({ folder, hours }) => ({
      what: `La última copia de ${folder} tiene ${hours} horas.`,
      todo: 'Revise que el servidor esté abierto y que en ese disco haya espacio; o haga una ahora: pnpm cocrea backup <carpeta>.',
    }),
  },
} satisfies CheckupWords;
