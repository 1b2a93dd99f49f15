// What a command of the command line is, and how its words are read.
import { resolve } from 'node:path';
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

/** What was typed in order, and whether each of `flags` was, besides options like those of `readOptions`. Throws UsageError with `usage`. */
export function readArguments<Name extends string, Flag extends string>(
  words: readonly string[],
  { places, names, flags, usage }: { places: number; names: readonly Name[]; flags: readonly Flag[]; usage: string },
): { readonly typed: readonly string[]; readonly options: Partial<Record<Name, string>>; readonly is: Record<Flag, boolean> } {
  const options = Object.fromEntries([
    ...names.map((name) => [name, { type: 'string' as const }] as const),
    ...flags.map((name) => [name, { type: 'boolean' as const }] as const),
  ]);
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, strict: true, allowPositionals: true });
    if (positionals.length !== places) throw new UsageError(usage);
    const is = Object.fromEntries(
      flags.map((flag) => [flag, (values as Partial<Record<string, unknown>>)[flag] === true]),
    ) as Record<Flag, boolean>;
    return { typed: positionals, options: values as Partial<Record<Name, string>>, is };
  } catch {
    throw new UsageError(usage);
  }
}

/** A path as it was typed: pnpm runs commands in the project's folder, and what is meant is where whoever typed it is. */
export function typedPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? '.', path);
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
