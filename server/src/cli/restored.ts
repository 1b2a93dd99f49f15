// `cocrea restored`: said once after an older copy of the data was put in its place. Every document begins another generation, so that
// devices which hold later words keep them and offer them to their authors, instead of merging them into a history that lacks them.
import { newId } from '@cocrea/shared/domain/ids.ts';
import { sql } from 'kysely';
import { lockFolder } from '../storage/sqlite/folder-lock.ts';
import { readOptions, type Command } from './command.ts';
import { inDataFolder } from './data-folder.ts';

export const restoredCommand: Command = {
  name: 'restored',
  help: `  restored
      Después de poner una copia más antigua en lugar de los datos, con el servidor detenido: lo que los dispositivos escribieron
      después de esa copia se ofrece a sus autores, sin mezclarse con el texto anterior.`,
  run: async (config, words) => {
    readOptions(words, []);
    // A server that is open has the documents in memory, under the generation they were opened with.
    const unlock = lockFolder(config.dataDir);
    try {
      const labs = await inDataFolder(config, async ({ ledger: { records, database } }) => {
        const ids = await records.read(database.selectFrom('labs').select('id').compile());
        for (const { id: labId } of ids) {
          const documents = database.selectFrom('documents').where('lab_id', '=', labId).select('id');
          const renew = database
            .updateTable('yjs_documents')
            .set({ generation: sql<string>`lower(hex(randomblob(16)))` })
            .where('id', 'in', documents);
          await records.record({
            labId,
            commandId: newId(),
            statements: [{ query: renew.compile() }],
            events: [{ actorId: null, type: 'lab.restored', subjectId: labId, data: {} }],
          });
        }
        return ids.length;
      });
      console.log(
        labs === 0
          ? 'La carpeta no tiene laboratorios; no se cambió nada.'
          : 'Listo. Puede abrir el servidor: nada de lo escrito después de la copia se mezclará con ella.',
      );
    } finally {
      unlock();
    }
  },
};
