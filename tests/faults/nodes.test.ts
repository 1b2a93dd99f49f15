// Two real servers on one PostgreSQL and one Redis, while people type at both: the lines to either are cut, Redis is killed, commits lose their
// answers, a server is killed. In the end both show the same, with every word once.
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { connect } from '../support/clients.ts';
import { type CutLine, cutLine } from '../support/cut-line.ts';
import { createNote } from '../support/note.ts';
import { dropSchema, newSchema, type OwnPostgres, startOwnPostgres } from '../support/postgres.ts';
import { printedRandom, type Random } from '../support/random.ts';
import { installedProgram, redisSays, startRedis, type TestRedis } from '../support/redis.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import { startTamedProxy, type TamedProxy } from '../support/tamed-proxy.ts';
import { connectWitness } from '../support/witness.ts';
import { createWriter, textOf, type Writer } from './ledger.ts';

/** 12 in the suite; `pnpm test:faults` asks for more. */
const rounds = Number(process.env['COCREA_TEST_NODE_ROUNDS'] ?? 12);
const [postgres, redis] = [inject('postgres'), inject('redis')];
const missing = postgres === null ? inject('aboutPostgres') : redis === null ? inject('aboutRedis') : null;
const program = installedProgram();

interface Node {
  readonly server: RunningServer;
  readonly database: CutLine;
  readonly bell: TamedProxy;
}

const schema = `cocrea_test_${randomBytes(6).toString('hex')}`;
let ownRedis: (TestRedis & { readonly port: number }) | null = null;
let ownPostgres: OwnPostgres | null = null;
let nodes: readonly Node[] = [];

beforeAll(async () => {
  if (missing !== null) return;
  // Those that may be killed, where there are programs to start them with.
  ownPostgres = await startOwnPostgres();
  const databaseUrl = await newSchema(ownPostgres?.url ?? postgres ?? '', schema);
  ownRedis = program === null ? null : await startRedis(program);
  const bellAt = new URL(ownRedis?.url ?? redis ?? '');
  const start = async (): Promise<Node> => {
    const database = await cutLine(databaseUrl);
    const bell = await startTamedProxy({ port: Number(bellAt.port || '6379'), host: bellAt.hostname });
    const through = new URL(bellAt);
    through.host = `127.0.0.1:${bell.port}`;
    const server = await startServer({ env: { COCREA_DATABASE_URL: database.url, COCREA_REDIS_URL: through.href } });
    return { server, database, bell };
  };
  nodes = [await start(), await start()];
});
afterAll(async () => {
  for (const { server, database, bell } of nodes) {
    await server[Symbol.asyncDispose]();
    await Promise.all([database[Symbol.asyncDispose](), bell[Symbol.asyncDispose]()]);
  }
  await Promise.all([ownRedis?.stop(), ownPostgres?.stop()]);
  if (missing === null && ownPostgres === null) await dropSchema(postgres ?? '', schema);
});

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** What goes wrong in a round; how to end it is `mend`. */
function mishaps(random: Random): Record<string, () => Promise<void>> {
  const one = (): Node => random.pick(nodes);
  return {
    'nothing goes wrong': async () => undefined,
    'one node hears nothing': async () => one().bell.refuse(),
    'neither node hears anything': async () => nodes.forEach(({ bell }) => bell.refuse()),
    'a line to Redis dies without a word': async () => one().bell.freeze(),
    'a line to the database is cut': async () => one().database.cut(),
    'both lines to the database are cut': async () => nodes.forEach(({ database }) => database.cut()),
    'a commit does not arrive': async () => one().database.cutBeforeCommit(),
    'the answer of a commit is lost': async () => one().database.cutAfterCommit(),
    'the answer of a commit is lost, and the line after it': async () => one().database.cutAfterCommit({ andStay: true }),
    'a node is killed': async () => {
      const { server } = one();
      await server.kill();
      await server.restart();
    },
    ...(ownPostgres === null ? {} : { 'PostgreSQL crashes and recovers': async () => ownPostgres?.crash() }),
    ...(ownRedis === null
      ? {}
      : {
          'Redis is killed': async () => {
            const port = ownRedis?.port;
            await ownRedis?.stop();
            await pause(random.below(300));
            ownRedis = await startRedis(program ?? '', port);
          },
          'Redis is flushed and drops everybody': async () => {
            await redisSays(ownRedis?.url ?? '', ['FLUSHALL', 'CLIENT KILL TYPE normal', 'CLIENT KILL TYPE pubsub']);
          },
        }),
  };
}

function mend(): void {
  for (const { database, bell } of nodes) {
    database.mend();
    bell.restore();
  }
}

test(`[NO1] [NO3] two servers converge through ${rounds} mishaps, and every word is in the store once`, async ({ skip }) => {
  if (missing !== null) skip(missing);
  const random = printedRandom('nodes');
  const [first] = nodes;
  if (first === undefined) throw new Error('two were started');
  const token = await first.server.token('facilitator');
  const others = [await first.server.token('note_taker'), await first.server.token('facilitator')];
  const documentId = await createNote(first.server, token);
  const tokens = [token, ...others];
  // Who types where; the last at the same node as the first.
  const writers: Writer[] = await Promise.all(
    tokens.map(async (own, n) => {
      const { server } = nodes[n % nodes.length] as Node;
      return createWriter('abc'[n] ?? '', await connectWitness(server, documentId, { token: own, maxBackoffTime: 200 }), random);
    }),
  );
  const all = mishaps(random);
  const typing = setInterval(() => random.pick(writers).write(), 3);
  const happened: string[] = [];
  const left: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // Each once before any of them again.
    if (left.length === 0) left.push(...Object.keys(all));
    const name = random.pick(left);
    left.splice(left.indexOf(name), 1);
    happened.push(name);
    await all[name]?.();
    await pause(200 + random.below(600));
    mend();
    await pause(random.below(300));
  }
  clearInterval(typing);
  mend();
  for (const { witness } of writers) await witness.allAcknowledged();
  for (const { witness } of writers) {
    for (const other of writers) await witness.caughtUpWith(other.witness.doc);
  }
  for (const { server } of nodes) {
    const stranger = await connect(server, documentId, { token });
    const found = textOf(stranger.doc);
    stranger.close();
    for (const writer of writers) expect(writer.differencesIn(found), `seed ${random.seed}: ${happened.join(', ')}`).toEqual([]);
  }
  const written = writers.reduce((sum, { witness }) => sum + witness.marks(), 0);
  console.log(`nodes: ${rounds} mishaps (${happened.join(', ')}), ${written} edits`);
  for (const { witness } of writers) witness.close();
});
