// What a command of the command line is, and how its words are read.
import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';

export interface Command {
  /** As typed: `audit verify`. */
  readonly name: string;
  readonly help: string;
  /** What it prints to stdout; its exit code is 1 where it throws. */
  run(config: Config, words: readonly string[]): Promise<void>;
}

/** What was typed cannot be done; the message says in Spanish what was expected. */
export class UsageError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'UsageError';
  }
}

/** `--name value` pairs, each of `names`, none repeated. Throws UsageError. */
export function readOptions<Name extends string>(
  words: readonly string[],
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values as Partial<
      Record<Name, string>
    >;
  } catch {
    throw new UsageError(`Las opciones de esta orden son: ${names.map((name) => `--${name}`).join(', ')}.`);
  }
}
