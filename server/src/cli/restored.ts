// `cocrea restored`: said once after an older copy of the data was put in its place by hand. `cocrea restore` does it by itself.
import { renewGenerations } from '../storage/renew-generations.ts';
import { readOptions, type Command } from './command.ts';
import { inDataFolder } from './data-folder.ts';

export const restoredCommand: Command = {
  name: 'restored',
  help: `  restored
      Solo si puso a mano una copia de la carpeta en lugar de los datos (restore ya lo hace), con el servidor detenido: lo que los
      dispositivos escribieron después de esa copia se ofrece a sus autores, sin mezclarse con el texto anterior.`,
  run: async (config, words) => {
    readOptions(words, []);
    // A server that is open has the documents in memory, under the generation they were opened with.
    const labs = await inDataFolder(config, ({ ledger }) => renewGenerations(ledger), { standing: 'alone' });
    console.log(
      labs === 0
        ? 'La carpeta no tiene laboratorios; no se cambió nada.'
        : 'Listo. Puede abrir el servidor: nada de lo escrito después de la copia se mezclará con ella.',
    );
  },
};
