// Where tests live and how long each kind may take. All kinds stand in one row that two files at a time are taken from, so that a machine with
// two cores is never asked for three and no kind waits for the last file of the one before.
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

interface Kind {
  readonly name: string;
  readonly include: readonly string[];
  /** Milliseconds one test may take on a busy machine: a bound for hanging, never a measurement. */
  readonly timeout: number;
  /** Further tries of a test that failed: for browsers on shared machines alone. Whoever needs one is named at the end of the run. */
  readonly retry?: number;
  /** Looks for a PostgreSQL before it begins, and says where it found one or that it leaves out what needs one. */
  readonly postgres?: true;
  /** The same for a Redis. */
  readonly redis?: true;
  readonly env?: Readonly<Record<string, string>>;
}

/** What the servers of the API's tests do on every run where there is a PostgreSQL; `pnpm test:postgres` runs them all. */
const onPostgres = ['board', 'drafts', 'people'].map((name) => `tests/api/${name}.test.ts`);
const postgresAsked = process.env['COCREA_TEST_POSTGRES_WHOLE'] === '1' ? ['tests/api/**/*.test.ts'] : onPostgres;

/** In the order they run in: what tells most in a moment, then what takes long, and at the end short files, which leave no core idle for long. */
const kinds: readonly Kind[] = [
  { name: 'unit', include: ['{shared,server,client}/src/**/*.test.{ts,tsx}'], timeout: 20_000 },
  { name: 'gates', include: ['tests/gates/**/*.test.ts', 'tests/bench/**/*.test.ts'], timeout: 60_000 },
  { name: 'traces', include: ['tests/traces/**/*.test.ts'], timeout: 180_000 },
  { name: 'faults', include: ['tests/faults/**/*.test.ts'], timeout: 900_000, postgres: true, redis: true },
  { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], timeout: 180_000, retry: 1 },
  { name: 'realtime', include: ['tests/realtime/**/*.test.ts'], timeout: 90_000 },
  { name: 'contracts', include: ['tests/contracts/**/*.test.ts'], timeout: 60_000, postgres: true, redis: true },
  ...(process.env['COCREA_TEST_POSTGRES_URL'] === undefined
    ? []
    : [
        {
          name: 'postgres',
          include: postgresAsked,
          timeout: 60_000,
          postgres: true,
          redis: true,
          env: { COCREA_TEST_STORE: 'postgres' },
        } as const,
      ]),
  { name: 'api', include: ['tests/api/**/*.test.ts'], timeout: 60_000, postgres: true, redis: true },
];

/** Within a kind what took longest is first, as Vitest has it; the kinds as they stand above, where Vitest would take their names. */
class KindsInOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const byKind = Map.groupBy(await super.sort(files), ({ project }) => project.name);
    return kinds.flatMap(({ name }) => byKind.get(name) ?? []);
  }
}

const workers = 2;

export default defineConfig({
  test: {
    maxWorkers: workers,
    globalSetup: ['tests/support/run-folder.ts'],
    sequence: { sequencer: KindsInOrder },
    projects: kinds.map(({ name, include, timeout, retry = 0, postgres, redis, env = {} }) => ({
      test: {
        name,
        include: [...include],
        env,
        environment: 'node',
        pool: 'forks' as const,
        globalSetup: [
          ...(postgres === true ? ['tests/support/provide-postgres.ts'] : []),
          ...(redis === true ? ['tests/support/provide-redis.ts'] : []),
        ],
        testTimeout: timeout,
        hookTimeout: Math.max(timeout, 90_000),
        // What is polled may come late on a busy machine too; left to itself, a poll gives up after a second.
        expect: { poll: { timeout: 20_000 } },
        maxWorkers: workers,
        retry,
        // One group for all: only what shares a group shares the workers.
        sequence: { groupOrder: 1 },
      },
    })),
  },
});
