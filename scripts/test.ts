// What `pnpm test` runs: finds a browser, builds the pages, runs every project, and ends with one line a machine can read: `N passed, N failed`.
import { fileURLToPath } from 'node:url';
import { startVitest, type TestModule, type TestCase } from 'vitest/node';
import { ensureBrowser } from '../tests/support/chromium.ts';
import { findPostgres, urlVariable } from '../tests/support/postgres.ts';
import { ensureClientBuilt } from './client-build.ts';

const filters = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const projects = process.argv.slice(2).flatMap((argument) => /^--project=(.+)$/.exec(argument)?.[1] ?? []);

console.log(`Browser: ${await ensureBrowser()}`);
const postgres = await findPostgres();
if (postgres.url !== null) process.env[urlVariable] = postgres.url;
await ensureClientBuilt(() => console.log('Building the pages.'));

// A run starts some hundreds of Node processes on the same sources: what one has compiled, the next finds. Entries go by content, none is ever stale.
process.env['NODE_COMPILE_CACHE'] ??= fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url));

const vitest = await startVitest('test', filters, { run: true, watch: false, ...(projects.length > 0 && { project: projects }) });
const outcome = outcomeOf(vitest.state.getTestModules());
const strayErrors = vitest.state.getUnhandledErrors().length;
await vitest.close();
if (postgres.url === null) outcome.skipped.push({ name: 'the API on PostgreSQL', reason: postgres.about });
else await postgres.stop();

for (const name of outcome.secondTry) console.log(`Needed a second try: ${name}`);
for (const line of skippedLines(outcome)) console.log(line);
const failed = outcome.failed + strayErrors;
const counts = [`${outcome.passed} passed`, `${failed} failed`];
if (outcome.skipped.length > 0) counts.push(`${outcome.skipped.length} skipped`);
process.exitCode = failed === 0 && outcome.passed > 0 ? 0 : 1;
process.stdout.write(`\n${counts.join(', ')}\n`, () => process.exit());

interface Outcome {
  passed: number;
  failed: number;
  readonly secondTry: string[];
  readonly skipped: { readonly name: string; readonly reason: string }[];
}

/** A file that does not load, or a hook that fails, counts as one failure: nothing that went wrong is left out of the last line. */
function outcomeOf(modules: readonly TestModule[]): Outcome {
  const outcome: Outcome = { passed: 0, failed: 0, secondTry: [], skipped: [] };
  for (const module of modules) {
    outcome.failed += module.errors().length;
    for (const suite of module.children.allSuites()) outcome.failed += suite.errors().length;
    for (const test of module.children.allTests()) count(test, outcome);
  }
  return outcome;
}

/** One line a reason: without a PostgreSQL, one sentence says what a hundred tests would. */
function skippedLines({ skipped }: Outcome): string[] {
  return [...Map.groupBy(skipped, ({ reason }) => reason)].map(([reason, tests]) => {
    const more = tests.length > 1 ? ` and ${tests.length - 1} more` : '';
    return `Skipped: ${tests[0]?.name}${more}: ${reason}`;
  });
}

function count(test: TestCase, outcome: Outcome): void {
  const result = test.result();
  if (test.diagnostic()?.flaky === true) outcome.secondTry.push(test.fullName);
  if (result.state === 'passed') outcome.passed += 1;
  else if (result.state === 'failed' || result.state === 'pending') outcome.failed += 1;
  else
    outcome.skipped.push({
      name: test.fullName,
      // A suite that needs something says in its title where it was found, or why it was not.
      reason: result.note ?? /^[^(]*\(([^)]+)\)/.exec(test.fullName)?.[1] ?? 'no reason given',
    });
}
