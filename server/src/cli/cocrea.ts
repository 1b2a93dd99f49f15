// The command line of a Cocrea server: works on the data folder, also while the server runs.
import { AppError } from '@cocrea/shared/errors.ts';
import { readConfig, SettingError } from '../config.ts';
import { problemOf } from '../http/problem.ts';
import { backupCommand } from './backup.ts';
import { UsageError, type Command } from './command.ts';
import { createAdminCommand } from './create-admin.ts';
import { doctorCommand } from './doctor.ts';
import { migrateStoreCommand } from './migrate-store.ts';
import { restoreCommand } from './restore.ts';
import { restoredCommand } from './restored.ts';
import { seedCommand } from './seed.ts';
import { tokenCommand } from './token.ts';
import { verifyAuditCommand } from './verify-audit.ts';
import { verifyFileCommand } from './verify-file.ts';

const commands: readonly Command[] = [
  tokenCommand,
  createAdminCommand,
  verifyAuditCommand,
  verifyFileCommand,
  backupCommand,
  restoreCommand,
  restoredCommand,
  doctorCommand,
  migrateStoreCommand,
  seedCommand,
];

const help = `Cocrea, órdenes para quien administra el servidor.

  pnpm cocrea <orden> [opciones]

${commands.map((command) => command.help).join('\n\n')}

Trabaja sobre la carpeta del ajuste COCREA_DATA_DIR (./data), o la base de COCREA_DATABASE_URL, también mientras el servidor está abierto.`;

const typed = process.argv.slice(2);
const command = commands.find(({ name }) => name.split(' ').every((word, index) => typed[index] === word));
if (typed.length === 0 || typed.includes('--help') || typed.includes('-h')) {
  console.log(help);
} else if (command === undefined) {
  console.error(`«${typed.join(' ')}» no es una orden.\n\n${help}`);
  process.exitCode = 2;
} else {
  try {
    await command.run(readConfig(process.env), typed.slice(command.name.split(' ').length));
  } catch (error) {
    console.error(sentenceOf(error));
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof SettingError || error instanceof UsageError) return error.message;
  if (error instanceof AppError) return problemOf(error, 'es').error.message;
  return error instanceof Error ? String(error.stack) : String(error);
}
