// The thread of `backup-in-thread.ts`: takes one backup, says how it went, and ends; stops between two steps when it is told to.
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '@cocrea/shared/errors.ts';
import type { BackupAnswer, BackupAsked } from './backup-in-thread.ts';
import { writeBackup } from './write-backup.ts';

const { dataDir, folder } = workerData as BackupAsked;
const port = parentPort;
let stopped = false;
port?.once('message', () => {
  stopped = true;
});
const answer = (told: BackupAnswer): void => port?.postMessage(told);
const onProgress = (): void => {
  if (stopped) throw new Error('the server is ending');
};

try {
  answer({ manifest: await writeBackup({ dataDir, folder, now: Date.now, onProgress }) });
} catch (error) {
  if (error instanceof AppError) answer({ failure: { code: error.code, details: error.details } });
  else answer({ failure: { defect: error instanceof Error ? (error.stack ?? error.message) : String(error) } });
} finally {
  port?.close();
}
