// What a process costs, read from /proc: CPU time of all its threads, and resident memory.
import { readdirSync, readFileSync } from 'node:fs';

export interface Meter {
  /** Microseconds of CPU of all threads since the process began. */
  cpu(): number;
  /** Resident bytes. */
  memory(): number;
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
