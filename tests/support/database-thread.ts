// Asks a PostgreSQL for a thread that stands still meanwhile, and rings when the answer is there.
import { workerData, type MessagePort } from 'node:worker_threads';
import pg from 'pg';
import type { Answer, Question } from './server-database.ts';

const { url, port, bell } = workerData as { url: string; port: MessagePort; bell: Int32Array };
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
const client = new pg.Client({ connectionString: url });
const connected = client.connect();

async function answer({ sql, values }: Question): Promise<Answer> {
  try {
    await connected;
    const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
    return { rows: rows ?? [] };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

port.on('message', (question: Question) => {
  void answer(question).then((answered) => {
    port.postMessage(answered);
    Atomics.store(bell, 0, 1);
    Atomics.notify(bell, 0);
  });
});
