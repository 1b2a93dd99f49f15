// `cocrea doctor`: examines a data folder and says, for everything it finds, what to do.
import { findings, type CheckupFinding } from '@cocrea/shared/domain/checkup.ts';
import { checkup as english } from '@cocrea/shared/i18n/en/checkup.ts';
import { checkup as spanish } from '@cocrea/shared/i18n/es/checkup.ts';
import { readArguments, typedPath, UsageError, type Command } from './command.ts';
import { folderOf } from './data-folder.ts';
import { createProgress } from './progress.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  help: `  doctor [<carpeta>] [--lang en]
      Examina una carpeta de datos sin cambiar nada, también mientras el servidor está abierto: páginas, filas, resúmenes, cadena de
      eventos, huellas, espacio y copias. Dice qué hacer. Termina con 0 si todo está bien, 1 si hay algo que atender, 2 si hay daños.`,
  run: async (config, words) => {
    const usage = 'Diga la carpeta de datos, o nada: pnpm cocrea doctor ./data [--lang en]';
    const places = words[0] === undefined || words[0].startsWith('-') ? 0 : 1;
    const { typed, options } = readArguments(words, { places, names: ['lang'], flags: [], usage });
    if (!['es', 'en', undefined].includes(options.lang)) throw new UsageError(usage);
    const say = options.lang === 'en' ? english : spanish;
    // Only here: reading texts brings the whole editor's schema along.
    const { examine } = await import('./doctor/examine.ts');
    const progress = createProgress();
    const dataDir = typed[0] === undefined ? folderOf(config) : typedPath(typed[0]);
    const { backupDir, backupHours } = config;
    const onProgress = (done: number): void => progress.show(say.parts.texts, done);
    const all: CheckupFinding[] = [];
    for await (const { part, findings: found } of examine({ dataDir, backupDir, backupHours, now: Date.now(), onProgress })) {
      progress.end();
      all.push(...found);
      console.log(found.length === 0 ? `✓ ${say.parts[part]}: ${say.well}` : `✗ ${say.parts[part]}`);
      for (const { kind, details } of found) {
        const { what, todo } = say.findings[kind](details);
        console.log(`  ${what}\n  → ${todo}`);
      }
    }
    const verdict = all.some(({ kind }) => findings[kind] === 'damage') ? 'damage' : all.length > 0 ? 'warning' : 'well';
    console.log(`\n${say.verdicts[verdict]}`);
    process.exitCode = { well: 0, warning: 1, damage: 2 }[verdict];
  },
};
