// Servers that start together at one empty database: its tables and the demonstration are made once, and every link for the first administrator
// that was printed is good.
import { makeSetupLink } from '@cocrea/server/src/identity/set-up-admin.ts';
import { closePublicCodes, foundDemonstration } from '@cocrea/server/src/labs/found-demonstration.ts';
import type { Ledger } from '@cocrea/server/src/storage/ledger.ts';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { newPostgresDatabase } from './postgres-database.ts';

const server = inject('postgres');

describe.skipIf(server === null)(`PostgreSQL (${inject('aboutPostgres')})`, () => {
  test('[NO4] several servers that start at the same moment found one demonstration and print links that are all good', async () => {
    const database = await newPostgresDatabase(server ?? '');
    onTestFinished(() => database.remove());
    const opened = await Promise.all([1, 2, 3].map(() => database.open({ standing: 'together' })));
    const ledgers = opened.map(({ records, database: builder }): Ledger => ({ records, database: builder, now: Date.now }));
    const founded = await Promise.all(ledgers.map((ledger) => foundDemonstration(ledger, { withCodes: true })));
    expect(founded.filter(Boolean)).toHaveLength(1);
    const count = async (of: string): Promise<number> =>
      Number((await database.outside(`SELECT count(*)::int AS n FROM ${of}`)).rows[0]?.['n']);
    expect(await count("events WHERE type = 'lab.created'")).toBe(1);
    expect(await count('join_codes WHERE closed_at IS NULL')).toBeGreaterThan(0);

    const open = await count('join_codes WHERE closed_at IS NULL');
    await Promise.all(ledgers.map((ledger) => closePublicCodes(ledger)));
    expect(await count('join_codes WHERE closed_at IS NULL')).toBe(0);
    expect(await count("events WHERE type = 'join_code.closed'")).toBe(open);

    const [one, ...others] = ledgers;
    if (one === undefined) throw new Error('no ledger');
    await makeSetupLink({ ...one, now: () => Date.now() - 3_600_000 }, { isShared: true });
    const links = await Promise.all(ledgers.map((ledger) => makeSetupLink(ledger, { isShared: true })));
    expect(new Set(links).size).toBe(3);
    // That of an hour ago is worth nothing any more; those of the nodes are.
    expect(await count('setup_links WHERE used_at IS NULL')).toBe(3);
    // A server that is alone leaves its own only.
    await makeSetupLink(others[0] ?? one, { isShared: false });
    expect(await count('setup_links WHERE used_at IS NULL')).toBe(1);
  });
});
