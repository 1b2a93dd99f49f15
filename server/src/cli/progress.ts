// How far a long command is: one line that changes on a terminal; a line a quarter where nobody looks on.
export interface Progress {
  /** `done` from 0 to 1. */
  show(what: string, done: number): void;
  /** Leaves what was shown last and goes to the next line. */
  end(): void;
}

export function createProgress(output: NodeJS.WriteStream = process.stderr): Progress {
  let shown = '';
  return {
    show: (what, done) => {
      const percent = output.isTTY ? Math.floor(done * 100) : Math.floor(done * 4) * 25;
      const line = `${what} ${percent} %`;
      if (line === shown) return;
      shown = line;
      output.write(output.isTTY ? `\r${line.padEnd(60)}` : `${line}\n`);
    },
    end: () => {
      if (output.isTTY && shown !== '') output.write('\n');
      shown = '';
    },
  };
}

/** Bytes as people say them: `812 kB`, `4.2 MB`. */
export function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** `1 texto`, `12 textos`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
