// A text whose state is 20 MB, typed letter by letter out of order, while it is compacted, compared with what it was, read for who wrote it, and
// exported: how late the server's main thread is for everybody else. Nothing that reads a text may keep it.
import * as Y from 'yjs';
import { readAuthors, readMoment } from '@cocrea/shared/api/history.ts';
import { blockIdAttribute, newBlockId } from '@cocrea/shared/document/block-id.ts';
import { bodyField } from '@cocrea/shared/document/schema.ts';
import { ask, bearer } from '../../api/ask.ts';
import { Cast } from '../../support/cast.ts';
import { connect } from '../../support/clients.ts';
import { drafts, draftsLab, folderWithDrafts } from '../../support/lab-of-drafts.ts';
import { hundredPages } from '../borrador/made-up-text.ts';
import { atMost } from '../goal.ts';
import type { Scenario } from '../scenario.ts';

const goal = atMost(20);
/** Milliseconds from one look at the event loop to the next. Node counts them in: a loop that is never late reads as many. */
const lookedEvery = 10;
const params = { lab: draftsLab, document: drafts.first };

export const reading: Scenario = {
  name: 'reading',
  targets: ['cocrea'],
  folder: folderWithDrafts,
  unpinned: true,
  rows: [
    { key: 'megabytes', label: 'the text that is read', unit: 'MB' },
    { key: 'compacted', label: 'it is typed and compacted: event loop late by, p99', unit: 'ms', goal },
    { key: 'compared', label: 'what it was and what it is are asked for: event loop late by, p99', unit: 'ms', goal },
    { key: 'authors', label: 'who wrote it is asked for: event loop late by, p99', unit: 'ms', goal },
    { key: 'exported', label: 'it is exported as Word: event loop late by, p99', unit: 'ms', goal },
  ],
  run: async (target, { short }) => {
    const { api } = target;
    if (api === null) throw new Error('only the real server reads texts');
    using cast = new Cast(api);
    const token = cast.person({ role: 'facilitator', lab: draftsLab }).token ?? '';
    const as = bearer(token);
    const late = (): Promise<number> => lateness(api.url);

    await late();
    const doc = await typeOutOfOrder({ url: api.url, token, times: short ? 1 : 6 });
    await target.settled(drafts.first);
    const compacted = await late();
    const authored = await ask(api, readAuthors, { as, params: { ...params, seq: 'now' } });
    const authors = await late();
    const moments = [2, authored.output.seq].map((seq) => ask(api, readMoment, { as, params: { ...params, seq: String(seq) } }));
    done([authored, ...(await Promise.all(moments))]);
    const compared = await late();
    const file = await fetch(`${api.url}/api/labs/${draftsLab}/drafts/${drafts.first}/files/docx`, {
      headers: { authorization: `Bearer ${token}` },
    });
    await file.arrayBuffer();
    done([file]);
    const exported = await late();
    const megabytes = Y.encodeStateAsUpdate(doc).length / 1e6;
    return { megabytes, compacted, compared, authors, exported };
  },
};

/** Each paragraph from its last letter to its first, as no run of letters can be joined: an item for each. */
async function typeOutOfOrder({ url, token, times }: { url: string; token: string; times: number }): Promise<Y.Doc> {
  const server = { wsUrl: `${url.replace('http', 'ws')}/sync` };
  const [client, witness] = [await connect(server, drafts.first, { token }), await connect(server, drafts.first, { token })];
  const text = client.doc.getXmlFragment(bodyField);
  for (let time = 0; time < times; time += 1) {
    for (const { kind, words } of hundredPages()) {
      client.doc.transact(() => {
        const [block, written] = [new Y.XmlElement(kind), new Y.XmlText()];
        block.setAttribute(blockIdAttribute, newBlockId());
        if (kind === 'heading') block.setAttribute('level', 3 as unknown as string);
        block.insert(0, [written]);
        text.push([block]);
        for (const letter of words.join(' ').split('').reverse()) written.insert(0, letter);
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  await witness.caughtUpWith(client.doc);
  for (const one of [client, witness]) one.close();
  return client.doc;
}

function done(answers: readonly { readonly status: number }[]): void {
  const statuses = answers.map(({ status }) => status);
  if (statuses.some((status) => status !== 200)) throw new Error(`a text could not be read: ${statuses.join(', ')}`);
}

/** Milliseconds by which the event loop was late, 99 times of 100 by no more, since this was last asked. */
async function lateness(url: string): Promise<number> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(metrics)?.[1]) * 1000 - lookedEvery;
}
