// What `pnpm bench` runs: the same work on the real server and on a bare relay, in one run on one machine, told as a table of ratios.
// `--short` only shows that everything works, `--only <name,…>` picks scenarios, `--targets raw`
// what they are done to, `--write <file>` also keeps the table.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { percentile, type Scenario } from './scenario.ts';
import { burst } from './scenarios/burst.ts';
import { coldOpen } from './scenarios/cold-open.ts';
import { cursors } from './scenarios/cursors.ts';
import { fanOut200, fanOut50 } from './scenarios/fan-out.ts';
import { hall } from './scenarios/hall.ts';
import { hundredPages } from './scenarios/hundred-pages.ts';
import { join } from './scenarios/join.ts';
import { kill } from './scenarios/kill.ts';
import { manyRooms } from './scenarios/many-rooms.ts';
import { memory } from './scenarios/memory.ts';
import { saturated } from './scenarios/saturated.ts';
import { startTarget, targetNames, type TargetName } from './target.ts';

const scenarios: readonly Scenario[] = [
  fanOut50,
  fanOut200,
  manyRooms,
  saturated,
  burst,
  join,
  coldOpen,
  memory,
  cursors,
  kill,
  hall,
  hundredPages,
];

const { values: options } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    targets: { type: 'string', default: targetNames.join(',') },
    write: { type: 'string' },
    rounds: { type: 'string' },
  },
});
const rounds = Number(options.rounds ?? (options.short ? 1 : 3));
const wanted = options.only === '' ? scenarios : scenarios.filter(({ name }) => options.only.split(',').includes(name));

const loadCore = '0';
const everyCore = `0-${cpus().length - 1}`;
const pinned = pinApart();
const lines = [
  `Cocrea against a bare relay of opaque frames: ${rounds === 1 ? 'one round' : `medians of ${rounds} rounds`}${options.short ? ', short (these numbers say little)' : ''}.`,
  `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores; ${pinned.how}. CPU of all threads.`,
  '',
  '| work | raw | cocrea | cocrea ÷ raw | goal |',
  '|---|---|---|---|---|',
];
for (const line of lines) console.log(line);
for (const scenario of wanted) {
  const results = new Map<TargetName, Readonly<Record<string, number>>[]>();
  for (let round = 0; round < rounds; round++) {
    for (const name of scenario.targets.filter((target) => options.targets.split(',').includes(target))) {
      const dataDir = await scenario.folder?.();
      pin(scenario.screen ? everyCore : loadCore);
      const under = scenario.screen ? [] : pinned.server;
      await using target = await startTarget(name, { under, ...(dataDir !== undefined && { dataDir }) });
      const result = await scenario.run(target, { short: options.short });
      results.set(name, [...(results.get(name) ?? []), result]);
    }
  }
  for (const { key, label, unit, goal } of scenario.rows) {
    const median = (name: TargetName): number =>
      percentile(
        (results.get(name) ?? []).map((result) => result[key] ?? Number.NaN),
        0.5,
      );
    const [raw, ours] = [median('raw'), median('cocrea')];
    const cells = [`${label}${unit && ` (${unit})`}`, told(raw), told(ours), told(ours / raw), goal ?? ''];
    const line = `| ${cells.join(' | ')} |`;
    lines.push(line);
    console.log(line);
  }
}
if (options.write !== undefined) writeFileSync(options.write, `${lines.join('\n')}\n`);
process.exit();

/** This process and all it starts from now on. */
function pin(cores: string): void {
  if (pinned.server.length > 0) spawnSync('taskset', ['-a', '-c', '-p', cores, String(process.pid)]);
}

/** Load on the first core, server on the others, where there are two and the system can pin. */
function pinApart(): { readonly server: readonly string[]; readonly how: string } {
  const cores = availableParallelism();
  const possible = cores >= 2 && spawnSync('taskset', ['-p', String(process.pid)]).status === 0;
  if (!possible) return { server: [], how: 'server and load share the cores (no taskset)' };
  return { server: ['taskset', '-c', '1'], how: 'server and load pinned to one core each' };
}

function told(value: number): string {
  if (Number.isNaN(value)) return '–';
  if (value === 0 || Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toPrecision(3);
}
