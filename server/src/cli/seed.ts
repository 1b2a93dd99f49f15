// `cocrea seed`: the demonstration lab in an empty data folder, as the first start of the server would give it.
import { placeOf } from '../open-store.ts';
import { readOptions, type Command } from './command.ts';
import { inDataFolder } from './data-folder.ts';

export const seedCommand: Command = {
  name: 'seed',
  help: `  seed
      Pone el laboratorio de demostración en una carpeta de datos vacía (el primer arranque también lo hace).`,
  run: async (config, words) => {
    readOptions(words, []);
    // Only here: the texts of the demonstration bring the whole editor's schema along.
    const { foundDemonstration } = await import('../labs/found-demonstration.ts');
    const founded = await inDataFolder(config, ({ ledger }) => foundDemonstration(ledger, { withCodes: config.demo }));
    console.log(
      founded
        ? `Listo: el laboratorio de demostración está en ${placeOf(config)}.`
        : 'La carpeta ya tiene un laboratorio; no se cambió nada.',
    );
  },
};
