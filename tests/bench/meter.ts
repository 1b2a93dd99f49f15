// What a process costs, read from /proc: CPU time of all its threads, and resident memory.
import { readdirSync, readFileSync } from 'node:fs';

export interface Meter {
  /** Microseconds of CPU of all threads since the process began. */
  cpu(): number;
  /** Resident bytes. */
  memory(): number;
}

/** What the work between two moments cost. */
export interface Watched {
  /** Microseconds of CPU of the target, all threads. */
  readonly cpu: number;
  readonly seconds: number;
  /** Cores the load itself used: near one, the row tells of the load and not of the target. */
  readonly load: number;
}

/** Begins to watch; what is given tells at the end. */
export function watch(meter: Meter): () => Watched {
  const [cpu, own, begin] = [meter.cpu(), process.cpuUsage(), performance.now()];
  return () => {
    const { user, system } = process.cpuUsage(own);
    const seconds = (performance.now() - begin) / 1000;
    return { cpu: meter.cpu() - cpu, seconds, load: (user + system) / 1e6 / seconds };
  };
}

export function meterOf(pid: number): Meter {
  return {
    cpu: () => {
      let nanoseconds = 0;
      for (const thread of readdirSync(`/proc/${pid}/task`)) {
        nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
      }
      return nanoseconds / 1000;
    },
    memory: () => {
      const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
      return Number(kilobytes) * 1024;
    },
  };
}
