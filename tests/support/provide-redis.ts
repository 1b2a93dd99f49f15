// Once for a run of tests: finds a Redis, and tells the test files where it is.
import type { TestProject } from 'vitest/node';
import { findRedis } from './redis.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where there is none. */
    readonly redis: string | null;
    /** Where it was found, or why there is none. */
    readonly aboutRedis: string;
  }
}

export default async function provideRedis(project: TestProject): Promise<() => Promise<void>> {
  const found = await findRedis();
  project.provide('redis', found.url);
  project.provide('aboutRedis', found.about);
  console.log(found.url === null ? `Tests on Redis are skipped: ${found.about}.` : `Redis: ${found.about}.`);
  return async () => {
    if (found.url !== null) await found.stop();
  };
}
