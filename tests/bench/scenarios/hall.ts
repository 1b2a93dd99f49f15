// A full hall: five tables of fifteen phones, each contributing once a second for a minute, every phone and every board with its feed open.
// Nothing may be lost or doubled; how long until a contribution is stored, and until the board of its table has heard of it.
import { randomUUID } from 'node:crypto';
import { WebSocket } from 'ws';
import { readBoard, sendContribution } from '@cocrea/shared/api/contributions.ts';
import { feedPath, type FeedMessage } from '@cocrea/shared/api/feed.ts';
import { openTable } from '@cocrea/shared/api/tables.ts';
import { ask, bearer, type As } from '../../api/ask.ts';
import { Cast } from '../../support/cast.ts';
import { demoLab } from '../../support/server.ts';
import { asMany, atMost } from '../goal.ts';
import { watch } from '../meter.ts';
import { expectation, paced, percentile, type Scenario } from '../scenario.ts';
import type { Api } from '../target.ts';

const tables = 5;
const phones = 15;
const opening = {
  mode: 'hall',
  openUntil: null,
  noteTakerId: null,
  minutes: 20,
  seats: 15,
  dots: 3,
  anonymousDots: false,
} as const;
/** What a phone asks the feed for; a board asks for contributions. */
const phoneEvents = 'table,cluster.validated';

export const hall: Scenario = {
  name: 'hall',
  targets: ['cocrea'],
  rows: [
    { key: 'sent', label: `${tables} tables × ${phones} phones × 1 contribution/s: sent`, unit: '' },
    { key: 'stored', label: 'hall: stored', unit: '', goal: asMany },
    { key: 'lost', label: 'hall: lost', unit: '', goal: atMost(0) },
    { key: 'doubled', label: 'hall: doubled', unit: '', goal: atMost(0) },
    { key: 'storedMiddle', label: 'hall: until it is stored and answered, p50', unit: 'ms' },
    { key: 'storedSlow', label: 'hall: until it is stored and answered, p99', unit: 'ms' },
    { key: 'heardMiddle', label: 'hall: until the board of its table heard of it, p50', unit: 'ms' },
    { key: 'heardSlow', label: 'hall: until the board of its table heard of it, p99', unit: 'ms' },
    { key: 'cpu', label: 'hall: CPU of the server per contribution', unit: 'µs' },
    { key: 'share', label: 'hall: CPU of the server', unit: '% of a core' },
  ],
  run: async (target, { short }) => {
    const { api } = target;
    if (api === null) throw new Error('the bare relay has no tables');
    using cast = new Cast(api);
    const host = bearer(cast.person({ role: 'facilitator' }).token ?? '');
    const numbers = Array.from({ length: tables }, () => cast.table());
    for (const no of numbers) {
      const body = { commandId: randomUUID(), ...opening };
      await ask(api, openTable, { as: host, params: at(no), body });
    }
    const seats: { no: number; as: As }[] = [];
    const feeds: WebSocket[] = [];
    const count = tables * phones * (short ? 3 : 20);
    const sentAt = new Map<string, number>();
    const heard = new Map<string, number>();
    const all = expectation(() => `${count} contributions heard (${heard.size})`, 120);
    for (const no of numbers) {
      feeds.push(
        await listen(api, { token: tokenOf(cast), events: 'contribution', hear: (id, table) => note(id, table === no) }),
      );
      for (let seat = 0; seat < phones; seat++) {
        const token = tokenOf(cast);
        seats.push({ no, as: bearer(token) });
        feeds.push(await listen(api, { token, events: phoneEvents, hear: () => undefined }));
      }
    }
    function note(id: string, ofThisBoard: boolean): void {
      if (!ofThisBoard) return;
      heard.set(id, performance.now() - (sentAt.get(id) ?? Number.NaN));
      if (heard.size === count) all.meet();
    }

    const stored: number[] = [];
    const failures: unknown[] = [];
    const watched = watch(target.meter());
    const answers: Promise<void>[] = [];
    await paced({ rate: tables * phones, count }, (index) => {
      const seat = seats[index % seats.length];
      if (seat === undefined) return;
      const id = randomUUID();
      const sent = performance.now();
      sentAt.set(id, sent);
      answers.push(
        contribute(api, { ...seat, id, index }).then(
          () => void stored.push(performance.now() - sent),
          (failure: unknown) => void failures.push(failure),
        ),
      );
    });
    await Promise.all(answers);
    await all.met;
    const { cpu, seconds, load } = watched();
    if (failures.length > 0) throw failures[0];

    const boards = await Promise.all(numbers.map((no) => ask(api, readBoard, { as: host, params: at(no) })));
    const ids = boards.flatMap(({ output }) => output.contributions.map(({ id }) => id));
    const kept = new Set(ids);
    for (const feed of feeds) feed.close();
    return {
      sent: count,
      stored: ids.length,
      lost: [...sentAt.keys()].filter((id) => !kept.has(id)).length,
      doubled: ids.length - kept.size,
      storedMiddle: percentile(stored, 0.5),
      storedSlow: percentile(stored, 0.99),
      heardMiddle: percentile([...heard.values()], 0.5),
      heardSlow: percentile([...heard.values()], 0.99),
      cpu: cpu / count,
      share: cpu / 10_000 / seconds,
      load,
    };
  },
};

const at = (no: number) => ({ lab: demoLab, table: String(no) });
const tokenOf = (cast: Cast): string => cast.person({ role: 'participant' }).token ?? '';

async function contribute(api: Api, { no, as, id, index }: { no: number; as: As; id: string; index: number }): Promise<void> {
  const { status, error } = await ask(api, sendContribution, {
    as,
    params: at(no),
    body: {
      id,
      question: 1 + (index % 4),
      text: `Aporte ${index}: hay firma electrónica, y poca gente la usa fuera de la capital.`,
      language: 'es',
      way: 'phone',
      circle: null,
      onBehalfOf: null,
      writtenAt: Date.now(),
    },
  });
  if (status !== 201) throw new Error(`a contribution was answered ${status}: ${error.message}`);
}

async function listen(
  api: Api,
  { token, events, hear }: { token: string; events: string; hear: (id: string, table: number) => void },
): Promise<WebSocket> {
  const address = `${api.url.replace('http', 'ws')}${feedPath}?lab=${demoLab}&after=0&events=${events}&token=${token}`;
  const socket = new WebSocket(address, { perMessageDeflate: false });
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as FeedMessage;
    if (message.type === 'event' && message.event.type === 'contribution.sent')
      hear(message.event.subjectId, Number(message.event.data['table']));
  });
  await new Promise<void>((resolve, reject) => socket.once('open', () => resolve()).once('error', reject));
  return socket;
}
