// What many people need, computed from what was measured with few: cores, memory, line, commits, disk, servers, and which of them gives out
// first. Pure, so that anybody can ask it about their own load; `pnpm scale` writes docs/scale.md with the loads below.

export interface Load {
  readonly name: string;
  /** People in each room. */
  readonly people: number;
  /** Texts that are written at the same time. */
  readonly rooms: number;
  /** Of the people, how many write at the same moment. */
  readonly writing: number;
  /** Letters each of them types in a second: 3 is a sentence without a pause. */
  readonly keysPerSecond: number;
  /** Bytes of the text that whoever comes is sent. */
  readonly textBytes: number;
  /** Hours a year in which it is like this. */
  readonly hoursPerYear: number;
}

interface Figure {
  readonly value: number;
  readonly unit: string;
  readonly about: string;
  /** Where it comes from: a scenario of `pnpm bench` (run of 2026-11-28 on one shared machine), a constant of the source, or a supposition. */
  readonly source: string;
  readonly kind: 'measured' | 'constant' | 'supposed';
}

const MB = 1_000_000;
const GB = 1_000_000_000;

export const figures = {
  frame: {
    value: 30,
    unit: 'µs of CPU',
    about: 'one frame sent to one person, with its part of judging and committing what is in it',
    source:
      '`fan-out-200`: 12.0 µs a key shown, of which 10,000 a second travel as 4,000 frames; `many-rooms`: 29.5 µs where each key is a frame',
    kind: 'measured',
  },
  key: {
    value: 8,
    unit: 'µs of CPU',
    about: 'one key taken in among many, at each server that has people of its room',
    source: '`capacity`: 128,000 keys a second on one core, 10 writers and 4 readers',
    kind: 'measured',
  },
  move: {
    value: 180,
    unit: 'µs of CPU',
    about: 'one move of a cursor, told to those who are shown it (50 at most)',
    source: '`cursors`: 0.0719 core for 200 people who move twice a second',
    kind: 'measured',
  },
  join: {
    value: 1.43,
    unit: 'ms of CPU',
    about: 'one person who opens a text of 0.83 MB together with others',
    source: '`join`: 428 ms for 300',
    kind: 'measured',
  },
  server: { value: 270, unit: 'MB', about: 'a server with nobody in it', source: 'docs/operations.md', kind: 'measured' },
  connection: { value: 16, unit: 'KB', about: 'one open connection', source: 'docs/operations.md', kind: 'measured' },
  room: {
    value: 45,
    unit: 'KB',
    about: 'an open text beside its bytes',
    source: 'goal of the scenario `memory`',
    kind: 'supposed',
  },
  reading: {
    value: 1_024,
    unit: 'MB',
    about: 'reading threads of a server, at most',
    source: 'default of COCREA_READER_MEMORY_MB',
    kind: 'constant',
  },
  keyBytes: {
    value: 28,
    unit: 'bytes',
    about: 'one typed letter, on the wire and in the log',
    source: 'a Yjs update of one letter; `tests/bench/scale.test.ts` makes one',
    kind: 'measured',
  },
  frameBytes: {
    value: 95,
    unit: 'bytes',
    about: 'a frame beside what is in it: WebSocket, TLS, TCP, IP',
    source: 'their headers',
    kind: 'supposed',
  },
  commit: {
    value: 2,
    unit: 'ms',
    about: 'one commit in PostgreSQL, there and back',
    source: 'a solid-state disk in the same building',
    kind: 'supposed',
  },
  movesPerSecond: {
    value: 2,
    unit: 'a second',
    about: 'moves of the cursor of who writes',
    source: 'as in `cursors`',
    kind: 'supposed',
  },
  connectionsEach: {
    value: 2,
    unit: 'connections',
    about: 'a person with one screen: the text and the feed',
    source: 'the client',
    kind: 'constant',
  },
} as const satisfies Record<string, Figure>;

/** What one server is taken to have, and how much of it may be used on a day like any other. */
export const oneServer = { cores: 1, gigabits: 1, memoryGB: 8, share: 0.7 } as const;
/** Commits a second that one PostgreSQL is taken to make without anybody noticing. */
const commitsOfOne = 1_000;

export const resources = ['cores', 'line', 'memory', 'commits'] as const;
export type Resource = (typeof resources)[number];

export interface Needs {
  /** CPU of the threads that serve sockets, of all servers. */
  readonly cores: number;
  /** Sent to people, in Gbit/s. */
  readonly gigabits: number;
  /** Of all servers, in GB. */
  readonly memoryGB: number;
  readonly commitsPerSecond: number;
  readonly rowsPerSecond: number;
  readonly diskGBPerYear: number;
  readonly servers: number;
  /** Whether one room is more than one server can serve: then its people must not all be sent to the same one. */
  readonly isSpread: boolean;
  /** What gives out first, of one server with one PostgreSQL. */
  readonly first: Resource;
  /** Seconds until all have the text when they come at the same moment: by CPU and by the line of these servers. */
  readonly arrival: { readonly cpu: number; readonly line: number };
  /** KB that each screen takes in each second. */
  readonly toEachKB: number;
}

/** Frames a second that each person of a room is sent: as `server/src/realtime/relay.ts` holds them back. */
export function framesToEach({ people, keys }: { readonly people: number; readonly keys: number }): number {
  const sent = people * keys;
  const window = sent > 30_000 ? 100 : sent > 8_000 ? 50 : sent > 2_500 ? 16 : 0;
  return window === 0 || people <= 10 ? keys : Math.min(keys, 1_000 / window);
}

export function needsOf(load: Load): Needs {
  const others = Math.max(0, load.people - 1);
  const writers = load.people * load.writing;
  const keys = writers * load.keysPerSecond;
  const frames = framesToEach({ people: others, keys }) * others;
  const bytes = frames * figures.frameBytes.value + keys * others * figures.keyBytes.value;
  const moves = writers * figures.movesPerSecond.value;
  const core = (servers: number): number =>
    (frames * figures.frame.value + keys * figures.key.value * servers + moves * figures.move.value) / 1_000_000;
  const gigabits = (load.rooms * bytes * 8) / GB;
  const perRoom = figures.room.value * 1_000 + load.textBytes * 2;
  const connections = load.rooms * load.people * figures.connectionsEach.value;
  const memory = (servers: number, copies: number): number =>
    (servers * (figures.server.value + figures.reading.value) * MB +
      load.rooms * copies * perRoom +
      connections * figures.connection.value * 1_000) /
    GB;
  const fits = (servers: number): boolean => {
    const copies = load.rooms < servers ? servers / load.rooms : 1;
    const within = (use: number, of: number): boolean => use <= servers * of * oneServer.share;
    return (
      within(load.rooms * core(Math.max(1, copies)), oneServer.cores) &&
      within(gigabits, oneServer.gigabits) &&
      within(memory(servers, copies), oneServer.memoryGB)
    );
  };
  let servers = 1;
  while (!fits(servers) && servers < 10_000) servers += 1;
  const copies = Math.max(1, servers / load.rooms);
  const cores = load.rooms * core(copies);
  // As `server/src/realtime/commit-pace.ts` waits for company: a server commits one thing after another.
  const busy = Math.min(1, Math.max(0, ((load.rooms * keys) / servers - 200) / 1_800));
  const company = busy * (2 + 8 * Math.min(1, load.rooms / servers / 200));
  const mostCommits = 1_000 / (figures.commit.value + company);
  const commitsPerSecond = servers * Math.min((load.rooms * keys) / servers, mostCommits);
  const used: Record<Resource, number> = {
    cores: load.rooms * core(1),
    line: gigabits / oneServer.gigabits,
    memory: memory(1, 1) / oneServer.memoryGB,
    commits: Math.min(load.rooms * keys, mostCommits) / commitsOfOne,
  };
  const everybody = load.rooms * load.people;
  return {
    cores,
    gigabits,
    memoryGB: memory(servers, copies),
    commitsPerSecond,
    rowsPerSecond: load.rooms * Math.min(keys, mostCommits * copies),
    diskGBPerYear: (load.rooms * keys * figures.keyBytes.value * load.hoursPerYear * 3_600) / GB,
    servers,
    isSpread: core(1) > oneServer.share * oneServer.cores || bytes * 8 > oneServer.share * oneServer.gigabits * GB,
    first: resources.reduce((most, one) => (used[one] > used[most] ? one : most), 'cores'),
    arrival: {
      cpu: (everybody * figures.join.value * (load.textBytes / 830_000)) / 1_000 / (servers * oneServer.cores),
      line: (everybody * load.textBytes * 8) / GB / (servers * oneServer.gigabits),
    },
    toEachKB: others === 0 ? 0 : bytes / others / 1_000,
  };
}

/** The most people of a room whom one server can serve, the rest of the load being the same. */
export function mostOnOneServer(load: Load): number {
  let [low, high] = [1, 2];
  while (needsOf({ ...load, people: high }).servers === 1 && high < 10_000_000) [low, high] = [high, high * 2];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (needsOf({ ...load, people: middle }).servers === 1) low = middle;
    else high = middle;
  }
  return low;
}
