// The backups the server takes by itself, where the settings ask for them: what comes of each reaches the log, the metrics and the terminal.
import type { Logger } from 'pino';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Config } from './config.ts';
import type { BackupMetrics } from './http/metrics.ts';
import { problemOf } from './http/problem.ts';
import { startBackups, type BackupPorts, type BackupSchedule } from './storage/backup/backup-schedule.ts';

export function startScheduledBackups(
  { backupDir, backupHours, backupKeep }: Config,
  {
    take,
    metrics,
    log,
    tell,
  }: Pick<BackupPorts, 'take'> & { metrics: BackupMetrics; log: Logger; tell: (sentence: string) => void },
): BackupSchedule | null {
  if (backupDir === null) return null;
  return startBackups(
    { folder: backupDir, hours: backupHours, keep: backupKeep },
    {
      take,
      now: Date.now,
      after: (milliseconds, work) => {
        const timer = setTimeout(work, milliseconds).unref();
        return () => clearTimeout(timer);
      },
      onKnown: metrics.known,
      onTaken: ({ folder, bytes, milliseconds }) => {
        metrics.took(milliseconds);
        log.info({ folder, bytes, milliseconds }, 'A backup was taken.');
        tell(`Copia de seguridad lista: ${folder}`);
      },
      onFailed: (error) => {
        metrics.failed();
        log.error({ err: error, folder: backupDir }, 'A backup failed; it is tried again.');
        const why = error instanceof AppError ? problemOf(error, 'es').error.message : String(error);
        tell(`No se pudo hacer la copia de seguridad y se intentará de nuevo. ${why}`);
      },
    },
  );
}
