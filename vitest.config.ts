// Where tests live and how long each kind may take. Projects run one after another, so that a machine with two cores is never asked for three.
import { defineConfig } from 'vitest/config';

interface Kind {
  readonly name: string;
  readonly include: readonly string[];
  /** Milliseconds one test may take on a busy machine: a bound for hanging, never a measurement. */
  readonly timeout: number;
  readonly workers: number;
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

const kinds: readonly Kind[] = [
  { name: 'unit', include: ['{shared,server,client}/src/**/*.test.{ts,tsx}'], timeout: 20_000, workers: 2 },
  { name: 'contracts', include: ['tests/contracts/**/*.test.ts'], timeout: 60_000, workers: 2, postgres: true, redis: true },
  { name: 'api', include: ['tests/api/**/*.test.ts'], timeout: 60_000, workers: 2, postgres: true, redis: true },
  ...(process.env['COCREA_TEST_POSTGRES_URL'] === undefined
    ? []
    : [
        {
          name: 'postgres',
          include: postgresAsked,
          timeout: 60_000,
          workers: 2,
          postgres: true,
          redis: true,
          env: { COCREA_TEST_STORE: 'postgres' },
        } as const,
      ]),
  { name: 'realtime', include: ['tests/realtime/**/*.test.ts'], timeout: 90_000, workers: 2 },
  { name: 'gates', include: ['tests/gates/**/*.test.ts', 'tests/bench/**/*.test.ts'], timeout: 60_000, workers: 2 },
  { name: 'faults', include: ['tests/faults/**/*.test.ts'], timeout: 900_000, workers: 2, postgres: true, redis: true },
  { name: 'traces', include: ['tests/traces/**/*.test.ts'], timeout: 180_000, workers: 1 },
  // One at a time: five browsers' worth of pages and a server already want both cores.
  { name: 'e2e', include: ['tests/e2e/**/*.test.ts'], timeout: 180_000, workers: 1, retry: 1 },
];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: kinds.map(({ name, include, timeout, workers, retry = 0, postgres, redis, env = {} }, order) => ({
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
        sequence: { groupOrder: order },
      },
    })),
  },
});
