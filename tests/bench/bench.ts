// What `pnpm bench` runs: the same work on a bare relay, two other servers of Yjs documents and ours, in one run on one machine, told as a table.
// `--short` only shows that everything works, `--only <name,…>` picks scenarios, `--targets <name,…>` what they are done to, `--rounds <n>` how
// often, `--write` puts the tables into docs/benchmarks.md and the README. What was measured is kept until it was written: after a run that was
// interrupted, `--resume` goes on where it ended.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { peers } from './goal.ts';
import { installPeer } from './peers/install.ts';
import { briefOf, circumstancesInWords, head, loadNow, rowsOf, type Results, type Rounds, writeBetween } from './report.ts';
import type { Scenario } from './scenario.ts';
import { burst } from './scenarios/burst.ts';
import { capacity } from './scenarios/capacity.ts';
import { coldOpen } from './scenarios/cold-open.ts';
import { cursors } from './scenarios/cursors.ts';
import { fanOut200, fanOut50 } from './scenarios/fan-out.ts';
import { hall } from './scenarios/hall.ts';
import { hundredPages } from './scenarios/hundred-pages.ts';
import { join as joining } from './scenarios/join.ts';
import { kill } from './scenarios/kill.ts';
import { manyRooms } from './scenarios/many-rooms.ts';
import { memory } from './scenarios/memory.ts';
import { reading } from './scenarios/reading.ts';
import { saturated } from './scenarios/saturated.ts';
import { startTarget } from './start-target.ts';
import { type TargetName, targetNames } from './target.ts';

const scenarios: readonly Scenario[] = [
  fanOut200,
  fanOut50,
  saturated,
  manyRooms,
  capacity,
  burst,
  joining,
  coldOpen,
  cursors,
  memory,
  kill,
  hall,
  reading,
  hundredPages,
];

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    targets: { type: 'string', default: targetNames.join(',') },
    rounds: { type: 'string' },
    write: { type: 'boolean', default: false },
    resume: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds ?? (options.short ? 1 : 3));
const wanted = options.only === '' ? scenarios : scenarios.filter(({ name }) => options.only.split(',').includes(name));

/** Milliseconds. */
const patience = 4 * 60_000;
const loadCore = '0';
const everyCore = `0-${cpus().length - 1}`;
const canPin = availableParallelism() >= 2 && spawnSync('taskset', ['-p', String(process.pid)]).status === 0;
const pinned = canPin ? 'server and load pinned to one core each' : 'server and load share the cores (no taskset)';

/** Each measurement by scenario, target and round, with how busy the machine was before it. */
type Kept = Record<string, { readonly busy: number; readonly numbers: Readonly<Record<string, number | null>> }>;
const keptFile = join(import.meta.dirname, `data/results${options.short ? '-short' : ''}.json`);
const kept: Kept = options.resume && existsSync(keptFile) ? (JSON.parse(readFileSync(keptFile, 'utf8')) as Kept) : {};

// Before anything is pinned: one of them may have to be built.
const used = new Set(wanted.flatMap(({ targets }) => targets).filter((name) => options.targets.split(',').includes(name)));
for (const peer of peers) if (used.has(peer)) installPeer(peer);

// Ending by 'exit' takes along the servers that were started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const measured = new Map<Scenario, Results>();
const roundsOf = new Map<Scenario, number>();
const failures: string[] = [];
for (const line of head) console.log(line);
for (const scenario of wanted) {
  const results = new Map<TargetName, Rounds>();
  const targets = scenario.targets.filter((name) => options.targets.split(',').includes(name));
  // What was measured more often counts too: where a number is doubted, only its scenario is repeated.
  const measuredAlready = (round: number): boolean => targets.every((target) => keyOf(scenario, { target, round }) in kept);
  for (let round = 1; round <= rounds || measuredAlready(round); round++) {
    roundsOf.set(scenario, round);
    for (const target of targets) {
      const numbers = await measure(scenario, { target, round });
      if (numbers !== null) results.set(target, [...(results.get(target) ?? []), numbers]);
    }
  }
  measured.set(scenario, results);
  for (const line of rowsOf(scenario, results)) console.log(line);
}
const busy = Object.values(kept).map((one) => one.busy);
const only = wanted.length < scenarios.length ? `\nOnly a part of the rows: ${wanted.map(({ name }) => name).join(', ')}.` : '';
const circumstances = circumstancesInWords({ rounds: [...roundsOf.values()], short: options.short, pinned, busy }) + only;
console.log(`\n${circumstances}`);
for (const failure of failures) console.error(failure);
if (options.write && failures.length === 0) {
  const table = [...head, ...[...measured].flatMap(([scenario, results]) => rowsOf(scenario, results))].join('\n');
  writeBetween('docs/benchmarks.md', 'bench', `${circumstances}\n\n${table}`);
  writeBetween('README.md', 'bench', `${circumstances}\n\n${briefOf(measured)}`);
  rmSync(keptFile);
}
process.exit(failures.length > 0 ? 1 : 0);

function keyOf(scenario: Scenario, { target, round }: { target: TargetName; round: number }): string {
  return `${scenario.name} ${target} ${round}`;
}

/** Rejects when a measurement has taken longer than any should: the next is to have its turn. */
async function tooLong(): Promise<never> {
  await sleep(patience, undefined, { ref: false });
  throw new Error(`not done after ${patience / 60_000} minutes`);
}

/** Null where it failed; an infinite number is kept as null, which JSON has. */
async function measure(
  scenario: Scenario,
  { target: name, round }: { target: TargetName; round: number },
): Promise<Readonly<Record<string, number>> | null> {
  const key = keyOf(scenario, { target: name, round });
  const before = kept[key];
  if (before !== undefined)
    return Object.fromEntries(Object.entries(before.numbers).map(([what, value]) => [what, value ?? Number.POSITIVE_INFINITY]));
  const begin = performance.now();
  try {
    const busyBefore = loadNow();
    const dataDir = await scenario.folder?.();
    const apart = canPin && scenario.unpinned !== true;
    if (canPin) spawnSync('taskset', ['-a', '-c', '-p', apart ? loadCore : everyCore, String(process.pid)]);
    const under = apart ? ['taskset', '-c', '1'] : [];
    await using target = await startTarget(name, { under, ...(dataDir !== undefined && { dataDir }) });
    const all = await Promise.race([scenario.run(target, { short: options.short }), tooLong()]);
    const numbers = Object.fromEntries(Object.entries(all).filter(([, value]) => !Number.isNaN(value)));
    kept[key] = { busy: busyBefore, numbers };
    mkdirSync(dirname(keptFile), { recursive: true });
    writeFileSync(keptFile, JSON.stringify(kept));
    console.error(`  ${key}: ${((performance.now() - begin) / 1000).toFixed(0)} s`);
    return numbers;
  } catch (failure) {
    failures.push(`${key}: ${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}`);
    console.error(`  ${key}: failed`);
    return null;
  }
}
