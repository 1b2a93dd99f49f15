// `cocrea backup`: a whole, checked copy of the data folder, also while the server is open and people write.
import { readdir } from 'node:fs/promises';
import { writeBackup, type BackupProgress } from '../storage/sqlite/backup/write-backup.ts';
import { readArguments, typedPath, type Command } from './command.ts';
import { folderOf } from './data-folder.ts';
import { counted, createProgress, sizeInWords } from './progress.ts';

const steps: Readonly<Record<BackupProgress['step'], string>> = {
  copying: 'Copiando',
  checking: 'Revisando la copia',
  sealing: 'Calculando su huella',
  settled: 'Todo está en el disco',
};

export const backupCommand: Command = {
  name: 'backup',
  help: `  backup <carpeta>
      Copia de seguridad completa de los datos en una carpeta nueva, también mientras se escribe: base de datos, manifiesto y huellas.
      Se puede comprobar en cualquier máquina, dentro de ella, con: sha256sum -c SHA256SUMS`,
  run: async (config, words) => {
    const usage = 'Diga una carpeta nueva: pnpm cocrea backup /media/usb/copia-1';
    const { typed } = readArguments(words, { places: 1, names: [], flags: [], usage });
    const folder = typedPath(typed[0] ?? '');
    const dataDir = folderOf(config);
    const progress = createProgress();
    try {
      const manifest = await writeBackup({
        ...{ dataDir, folder, now: Date.now },
        onProgress: ({ step, done }) => progress.show(steps[step], done),
      });
      progress.end();
      const { takenAt, database, documents, labs } = manifest;
      console.log(`Copia lista en ${folder}: todo lo guardado hasta ${takenAt}.`);
      console.log(
        `  ${counted(labs.length, 'laboratorio')}, ${counted(documents.length, 'texto')}, ${sizeInWords(database.bytes)}`,
      );
      for (const { id, events, head } of labs) console.log(`  ${id}: ${counted(events, 'evento')}, huella final ${head}`);
    } finally {
      progress.end();
    }
    const others = (await readdir(dataDir)).filter((name) => !/^(?:cocrea\.db|server\.lock)(?:-\w+)?$/.test(name));
    if (others.length > 0) {
      console.log(`En la carpeta de datos hay algo que no es de Cocrea y no está en la copia: ${others.join(', ')}.`);
    }
  },
};
