// `cocrea migrate-store`: everything from the file of a data folder into an empty PostgreSQL database, and the proof that it is all there.
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openConnection } from '../storage/postgres/connection.ts';
import { labelOf } from '../storage/postgres/database-label.ts';
import { openPostgres } from '../storage/postgres/open.ts';
import { differenceIn, finish, tablesOf, takeOver } from '../storage/postgres/take-over.ts';
import { fingerprintOf } from '../storage/store-fingerprint.ts';
import { openStore } from '../open-store.ts';
import { readOptions, UsageError, type Command } from './command.ts';

export const migrateStoreCommand: Command = {
  name: 'migrate-store',
  help: `  migrate-store --from sqlite:<carpeta> --to postgres://<usuario>:<clave>@<servidor>/<base>
      Copia todo lo de una carpeta de datos a una base PostgreSQL vacía, con el servidor detenido, y comprueba que sea lo mismo:
      cada fila, la huella de cada documento y la cadena de eventos. Si se interrumpe, repita la orden. La carpeta no cambia.`,
  run: async (_config, words) => {
    const { from, to } = readOptions(words, ['from', 'to']);
    const folder = /^sqlite:(.+)$/.exec(from ?? '')?.[1];
    if (folder === undefined) throw new UsageError('Falta --from, por ejemplo: --from sqlite:./data');
    if (to === undefined || !/^postgres(?:ql)?:\/\/.+\/.+/.test(to)) {
      throw new UsageError('Falta --to, por ejemplo: --to postgres://cocrea:clave@servidor:5432/cocrea');
    }
    const dataDir = resolve(process.env['INIT_CWD'] ?? '.', folder);
    const origin = await openStore({ dataDir, databaseUrl: null }, { standing: 'alone' });
    const source = new DatabaseSync(join(dataDir, 'cocrea.db'), { readOnly: true });
    const target = openConnection(to);
    try {
      const into = await openPostgres({ url: to, standing: 'alone', isCopying: true });
      try {
        console.log(`Copiando de ${dataDir} a ${labelOf(to)}…`);
        const onTable = (table: string, rows: number): void => console.log(`  ${table}: ${rows}`);
        await takeOver({ source, target, label: labelOf(to), onTable });
        const [before, after] = [await fingerprintOf(origin), await fingerprintOf(into)];
        const different = before.filter((line, index) => line !== after[index]);
        for (const table of tablesOf(source)) {
          const difference = await differenceIn({ source, target }, table);
          if (difference !== null) different.push(difference);
        }
        if (different.length > 0 || before.length !== after.length) {
          console.log(`La copia no es igual; no se abrirá. Lo que difiere:\n${different.map((line) => `  ${line}`).join('\n')}`);
          process.exitCode = 1;
          return;
        }
        await finish(target.run);
        console.log(
          `Listo: ${after.length} huellas iguales. Abra el servidor con COCREA_DATABASE_URL; guarde la carpeta como respaldo.`,
        );
      } finally {
        await into.close();
      }
    } finally {
      await target.close();
      source.close();
      await origin.close();
    }
  },
};
