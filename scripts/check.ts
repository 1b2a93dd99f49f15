// What `pnpm check` runs: every gate a change must pass, each with its time, all of them even when an early one fails.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('../', import.meta.url));
const bin = (name: string): string => join(repository, 'node_modules/.bin', name);
const own = ['shared', 'server', 'client', 'tests', 'scripts'];

interface Gate {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
}

const gates: readonly Gate[] = [
  { name: 'types', commands: own.map((project) => [bin('tsc'), '-p', project]) },
  { name: 'lint', commands: [[bin('oxlint'), '--type-aware', '--deny-warnings']] },
  { name: 'format', commands: [[bin('biome'), 'format', '.']] },
  { name: 'boundaries', commands: [[bin('depcruise'), '--config', '.dependency-cruiser.cjs', ...own]] },
  { name: 'dead code', commands: [[bin('knip'), '--no-progress']] },
  { name: 'tests', commands: [[process.execPath, 'scripts/test.ts']] },
];

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? gates : gates.filter(({ name }) => wanted.includes(name));
const outcomes: { readonly name: string; readonly passed: boolean; readonly seconds: number }[] = [];
for (const { name, commands } of chosen) {
  console.log(`\n— ${name}`);
  const begin = performance.now();
  let passed = true;
  for (const command of commands) passed = (await run(command)) && passed;
  outcomes.push({ name, passed, seconds: (performance.now() - begin) / 1000 });
}
console.log();
for (const { name, passed, seconds } of outcomes)
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
process.exitCode = outcomes.length > 0 && outcomes.every(({ passed }) => passed) ? 0 : 1;

async function run([program = '', ...args]: readonly string[]): Promise<boolean> {
  const child = spawn(program, args, { cwd: repository, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  return code === 0;
}
