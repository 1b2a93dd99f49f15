// docs/scale.md, written from `scale.ts`: loads with what they need, the formulas in words, and what of it is measured and what is not.
import { figures, framesToEach, mostOnOneServer, needsOf, oneServer, type Load, type Needs, type Resource } from './scale.ts';

const draft = { rooms: 1, keysPerSecond: 3, textBytes: 830_000, hoursPerYear: 200 } as const;

export const loads: readonly Load[] = [
  { ...draft, name: 'a hall: 300 people, one draft, one in ten writes', people: 300, writing: 0.1 },
  { ...draft, name: '10,000 people on one draft, one in a hundred writes', people: 10_000, writing: 0.01 },
  { ...draft, name: '10,000 people on one draft, one in ten writes', people: 10_000, writing: 0.1 },
  {
    name: '1,000 labs at once, ten people each, three of them write',
    people: 10,
    rooms: 1_000,
    writing: 0.3,
    keysPerSecond: 3,
    textBytes: 100_000,
    hoursPerYear: 500,
  },
];

const broken: Readonly<Record<Resource, string>> = {
  cores: 'the core that serves sockets',
  line: 'the line',
  memory: 'memory',
  commits: 'commits',
};

const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString('en') : value >= 10 ? value.toFixed(0) : value.toPrecision(2);

function columns(): string {
  const each = loads.map((load) => ({ load, needs: needsOf(load) }));
  const row = (label: string, cell: (of: { load: Load; needs: Needs }) => string): string =>
    `| ${label} | ${each.map(cell).join(' | ')} |`;
  return [
    row('', ({ load }) => load.name),
    `|---|${each.map(() => '--:').join('|')}|`,
    row('cores that serve sockets', ({ needs }) => short(needs.cores)),
    row('sent to people (Gbit/s)', ({ needs }) => short(needs.gigabits)),
    row('taken in by each screen (KB/s)', ({ needs }) => short(needs.toEachKB)),
    row('memory of all servers (GB)', ({ needs }) => short(needs.memoryGB)),
    row('commits a second', ({ needs }) => short(needs.commitsPerSecond)),
    row('rows a second', ({ needs }) => short(needs.rowsPerSecond)),
    row('disk a year, before compression (GB)', ({ needs }) => short(needs.diskGBPerYear)),
    row('**servers**', ({ needs }) => `**${needs.servers}**`),
    row('people of a room may all go to one server', ({ needs }) => (needs.isSpread ? '**no**' : 'yes')),
    row('gives out first', ({ needs }) => broken[needs.first]),
    row(
      'all come at the same moment: text is there after (s), by CPU and by line',
      ({ needs }) => `${short(needs.arrival.cpu)} and ${short(needs.arrival.line)}`,
    ),
    row('people of a room at one server, at most', ({ load }) => mostOnOneServer(load).toLocaleString('en')),
  ].join('\n');
}

export function scalePage(): string {
  const known = Object.values(figures)
    .map(({ value, unit, about, source, kind }) => `| ${about} | ${value.toLocaleString('en')} ${unit} | ${kind} | ${source} |`)
    .join('\n');
  const [, few, many] = loads.map((load) => needsOf(load));
  const keys = 10_000 * 0.1 * 3;
  return `# How far it carries

What 10,000 people on one draft, and 1,000 labs at once, need of servers; and what gives out first. **Nobody has run these loads.** They are computed from what was measured with up to 300 people and 300 rooms on one
shared machine of two cores, by \`tests/bench/scale.ts\`; \`pnpm scale\` writes this page. Ask it about a load of your own there.

A server here is one process with ${oneServer.cores} core for its sockets (other threads store, read and print), a line of ${oneServer.gigabits} Gbit/s and ${oneServer.memoryGB} GB, of which ${oneServer.share * 100} % are used. A machine of four cores carries two or three.

${columns()}

## What it says

- **A hall is nothing to it**; one server carries it with most of its core to spare.
- **On one large draft the core gives out first while few write, and the line once many do**, since each key goes to everybody: the bytes grow with people × writers. With one in ten of 10,000 writing, ${short(keys)} keys a second are ${short(many?.toEachKB ?? 0)} KB/s to each
  screen and ${short(many?.gigabits ?? 0)} Gbit/s in all. Frames stay few: a crowd is sent ${framesToEach({ people: 9_999, keys })} a second each, however much is written.
- **Then the people of one draft must be spread over servers.** \`deploy/haproxy.cfg\` brings everybody of a document to one; for a draft that large, \`balance leastconn\` takes its place in the backend \`documents\`. Each server then holds the text, and takes in every
  key by way of Redis and PostgreSQL.
- **Everybody arriving in the same moment is harder than everybody writing**: the text itself is sent 10,000 times, ${short(few?.arrival.line ?? 0)} s of line with the servers of the second column. Whoever has it on the device is sent what is new only.
- **With many small rooms CPU gives out first**; more servers are all it takes, and rooms stay whole.

## How it is computed

1. Keys a second in a room = people × share who write × keys of each.
2. Frames to each = keys, but no more than 62, 20 or 10 a second once a room sends more than 2,500, 8,000 or 30,000 (\`server/src/realtime/relay.ts\`); nobody waits in a room of ten.
3. Cores = frames × CPU of a frame + keys × CPU of a key at each server that has people of the room + moves × CPU of a move.
4. Line = frames × bytes around a frame + keys × people × bytes of a key.
5. Memory = each server with its reading threads + each open text twice, at each server that has it + connections.
6. Commits: one after another at each server, with up to 10 ms for company between them (\`server/src/realtime/commit-pace.ts\`). Rows: one for each room and commit.
7. Servers: as few as leave none of core, line and memory used beyond ${oneServer.share * 100} %. First to give out: what one server, or one PostgreSQL with 1,000 commits a second, would have to have most times over.

| | figure | | from |
|---|--:|---|---|
${known}

## What it does not know

- **Extrapolated**: everything beyond 300 people in a room, 300 rooms, and one server. CPU of a frame was measured with frames of some keys; with hundreds in each it costs more, and the kernel's share of sending grows with bytes.
- **Not measured**: how many keys a second a phone can take in and show (${short(keys)} may well be more than it can: then the screen gives out before any server); what Redis and PostgreSQL take to bring a text to many servers; thousands of rows a second in PostgreSQL; TLS at the proxy, which is
  about a core for each few Gbit/s; what of its log compression saves.
- Pages, API calls, votes and downloads are left out: in a hall they are little beside typing, in the minute in which everybody enters they are not.
`;
}
