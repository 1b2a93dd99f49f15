// `cocrea restore`: a backup in the place of the data folder. What was there is kept aside, and devices that hold later words offer them.
import { restoreBackup } from '../storage/sqlite/backup/restore-backup.ts';
import { readArguments, typedPath, type Command } from './command.ts';
import { folderOf } from './data-folder.ts';
import { createProgress } from './progress.ts';

const steps = {
  checking: 'Comprobando las huellas',
  copying: 'Copiando',
  preparing: 'Preparando los textos',
} as const;

export const restoreCommand: Command = {
  name: 'restore',
  help: `  restore <copia> [--data <carpeta>] [--replace]
      Comprueba las huellas de una copia y la pone como carpeta de datos, con el servidor detenido. Si la carpeta ya tiene datos, con
      --replace se guardan aparte con otro nombre; nada se borra. Lo que los dispositivos escribieron después se ofrece a sus autores.`,
  run: async (config, words) => {
    const usage = 'Diga la copia: pnpm cocrea restore /media/usb/copia-1 [--data <carpeta>] [--replace]';
    const { typed, options, is } = readArguments(words, { places: 1, names: ['data'], flags: ['replace'], usage });
    const dataDir = options.data === undefined ? folderOf(config) : typedPath(options.data);
    const progress = createProgress();
    try {
      const { manifest, aside } = await restoreBackup({
        ...{ backup: typedPath(typed[0] ?? ''), dataDir, replace: is.replace, now: Date.now },
        onProgress: ({ step, done }) => progress.show(steps[step], done),
      });
      progress.end();
      console.log(`Listo: ${dataDir} tiene todo lo guardado hasta ${manifest.takenAt}. Puede abrir el servidor.`);
      console.log('Lo escrito después de la copia se ofrece a sus autores, sin mezclarse con ella.');
      console.log('Revise Personas: quien fue retirado después de la copia vuelve a estar.');
      if (aside !== null) console.log(`Lo que había se guardó en ${aside}. Bórrelo cuando ya no lo necesite.`);
    } finally {
      progress.end();
    }
  },
};
