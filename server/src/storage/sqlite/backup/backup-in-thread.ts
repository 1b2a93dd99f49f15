// A backup taken in a thread of its own: checking a large copy takes seconds, and nobody who writes may wait for it.
import { Worker } from 'node:worker_threads';
import { AppError } from '@cocrea/shared/errors.ts';
import type { Failure } from '../../../threads/thread-link.ts';
import type { BackupManifest } from '../../backup/manifest.ts';

export interface BackupAsked {
  readonly dataDir: string;
  readonly folder: string;
}
export type BackupAnswer = { readonly manifest: BackupManifest } | { readonly failure: Failure };

/** Milliseconds the thread gets to notice that it is to stop; then it is ended as it is. */
const patience = 3_000;

/** Rejects with what `writeBackup` throws, and with the signal's reason when it was told to stop: then it has ended. */
export async function backUpInThread(asked: BackupAsked, stop: AbortSignal): Promise<BackupManifest> {
  stop.throwIfAborted();
  const worker = new Worker(new URL('./backup-thread.ts', import.meta.url), { workerData: asked, name: 'backup' });
  let ending: NodeJS.Timeout | undefined;
  const end = (): void => {
    worker.postMessage('stop');
    ending = setTimeout(() => void worker.terminate(), patience);
  };
  stop.addEventListener('abort', end, { once: true });
  try {
    let answer: BackupAnswer | null = null;
    worker.on('message', (told: BackupAnswer) => {
      answer = told;
    });
    const told = await new Promise<BackupAnswer | null>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('exit', () => resolve(answer));
    });
    stop.throwIfAborted();
    if (told === null) throw new Error('the backup thread ended without an answer');
    if ('manifest' in told) return told.manifest;
    throw 'code' in told.failure ? new AppError(told.failure.code, told.failure.details) : new Error(told.failure.defect);
  } finally {
    clearTimeout(ending);
    stop.removeEventListener('abort', end);
  }
}
