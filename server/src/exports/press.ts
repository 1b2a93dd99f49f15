// Makes files one after another in a thread of its own: whoever asks waits for their turn, a file that is being made is made once for all who
// ask for it, and one of a frozen text is kept for a while.
import { AppError } from '@cocrea/shared/errors.ts';
import { createThreadLink } from '../threads/thread-link.ts';
import type { ExportLimits } from './limits.ts';
import type { Press } from './ports.ts';
import type { PressOperations } from './thread.ts';

/** MiB the thread may use; the longest text that is allowed takes some half of it. */
const heapLimit = 1024;
/** Bytes of files that are kept; the longest unasked are forgotten first. */
const keptBytes = 64 * 1024 * 1024;
/** Seconds after which somebody who found the line full may come back. */
const comeBack = 10;

export function createPress(
  { exportCharacters, exportSeconds, exportsWaiting }: ExportLimits,
  { onTrouble }: { onTrouble: (trouble: Error) => void },
): Press & { close(): Promise<void> } {
  const thread = createThreadLink<PressOperations>(new URL('./thread.ts', import.meta.url), {
    name: 'press',
    unanswered: 'export_unfinished',
    timeout: exportSeconds * 1000,
    heapLimit,
    isPatient: true,
    onDeath: onTrouble,
  });
  const kept = new Map<string, Uint8Array>();
  const making = new Map<string, Promise<Uint8Array>>();
  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  /** One at a time: whoever waits does not use up the time their own file may take. */
  const inTurn = async (make: () => Promise<Uint8Array>): Promise<Uint8Array> => {
    if (waiting >= exportsWaiting) throw new AppError('export_busy', { seconds: comeBack });
    waiting += 1;
    const made = turn.then(make);
    turn = made.catch(() => {});
    return made.finally(() => (waiting -= 1));
  };

  const keep = (name: string, bytes: Uint8Array): void => {
    kept.delete(name);
    kept.set(name, bytes);
    let sum = [...kept.values()].reduce((all, { byteLength }) => all + byteLength, 0);
    for (const [oldest, { byteLength }] of kept) {
      if (sum <= keptBytes) return;
      kept.delete(oldest);
      sum -= byteLength;
    }
  };

  return {
    print: (name, paper) => {
      const make = (): Promise<Uint8Array> => inTurn(async () => thread.ask('print', { paper: await paper(), exportCharacters }));
      if (name === null) return make();
      const ready = kept.get(name);
      if (ready !== undefined) {
        keep(name, ready);
        return Promise.resolve(ready);
      }
      const known = making.get(name);
      if (known !== undefined) return known;
      const made = make().finally(() => making.delete(name));
      making.set(name, made);
      void made.then((bytes) => keep(name, bytes)).catch(() => {});
      return made;
    },
    close: () => thread.end(),
  };
}
