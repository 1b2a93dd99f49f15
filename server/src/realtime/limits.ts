// Every limit of the engine in one table: what it guards, its default, its unit, and the setting that changes it.

export interface LimitSpec {
  readonly default: number;
  /** Environment variable that overrides the default. */
  readonly setting: `COCREA_${string}`;
  readonly unit:
    | 'bytes'
    | 'per second'
    | 'connections'
    | 'structs'
    | 'threads'
    | 'replies'
    | 'clients'
    | 'clocks'
    | 'ranges'
    | 'milliseconds'
    | 'percent'
    | 'seconds'
    | 'minutes'
    | 'characters'
    | 'files';
  /** One sentence for the table of settings. */
  readonly about: string;
}

const KIB = 1024;
const MIB = 1024 * KIB;

export const realtimeLimits = {
  frameBytes: {
    default: 4 * MIB,
    setting: 'COCREA_FRAME_BYTES',
    unit: 'bytes',
    about:
      'Largest frame a client may send, and where it speaks over HTTP all that one POST may bring; a larger one ends its connection with 4413. What is larger travels in parts.',
  },
  textBytes: {
    default: 64 * MIB,
    setting: 'COCREA_TEXT_BYTES',
    unit: 'bytes',
    about: 'Largest text a client may send in parts at once; a larger one ends its connection with 4413.',
  },
  partsBytes: {
    default: 256 * MIB,
    setting: 'COCREA_PARTS_BYTES',
    unit: 'bytes',
    about: 'Texts that all clients together may have under way in parts; who would begin one more is asked to come later (4503).',
  },
  structsPerUpdate: {
    default: 50_000,
    setting: 'COCREA_STRUCTS_PER_UPDATE',
    unit: 'structs',
    about: 'Most structs in one update; more end the connection with 4422.',
  },
  clientsPerUpdate: {
    default: 10_000,
    setting: 'COCREA_CLIENTS_PER_UPDATE',
    unit: 'clients',
    about: 'Most clientIDs in one update; more end the connection with 4422.',
  },
  deletesPerUpdate: {
    default: 100_000,
    setting: 'COCREA_DELETES_PER_UPDATE',
    unit: 'ranges',
    about:
      'Most deleted ranges in one update (a stock client sends all it knows when it connects); more end the connection with 4422.',
  },
  clocksAhead: {
    default: 5_000_000,
    setting: 'COCREA_CLOCKS_AHEAD',
    unit: 'clocks',
    about: 'How far one update may carry a clientID beyond what the server has; further ends the connection with 4422.',
  },
  updatesPerSecond: {
    default: 10_000,
    setting: 'COCREA_UPDATES_PER_SECOND',
    unit: 'per second',
    about: 'Updates of one connection; beyond it the connection is read more slowly, nothing is dropped.',
  },
  presencePerSecond: {
    default: 30,
    setting: 'COCREA_PRESENCE_PER_SECOND',
    unit: 'per second',
    about: 'Presence changes of one connection that are looked at; of more, the newest counts.',
  },
  presenceBytes: {
    default: 8 * KIB,
    setting: 'COCREA_PRESENCE_BYTES',
    unit: 'bytes',
    about: 'Largest presence state of one person; a larger one is not shown to others.',
  },
  connectionsPerAddress: {
    default: 2_000,
    setting: 'COCREA_CONNECTIONS_PER_ADDRESS',
    unit: 'connections',
    about: 'Open connections from one address (in a hall everybody shares one); more are refused with 429.',
  },
  connectionsPerPerson: {
    default: 2_000,
    setting: 'COCREA_CONNECTIONS_PER_PERSON',
    unit: 'connections',
    about: 'Open connections of one person; more are refused with 429.',
  },
  pendingBytes: {
    default: 64 * MIB,
    setting: 'COCREA_PENDING_BYTES',
    unit: 'bytes',
    about: 'Text waiting for the store, of all rooms; beyond it connections that write are not read until it drains.',
  },
  queueBytes: {
    default: 1 * MIB,
    setting: 'COCREA_QUEUE_BYTES',
    unit: 'bytes',
    about: 'Frames queued for one connection; beyond it the connection gets nothing more until it drains, then one difference.',
  },
  queueBytesMost: {
    default: 8 * MIB,
    setting: 'COCREA_QUEUE_BYTES_MOST',
    unit: 'bytes',
    about: 'Frames queued for one connection beyond what its first sync needs; more end it with 4508.',
  },
  queueMilliseconds: {
    default: 30_000,
    setting: 'COCREA_QUEUE_MILLISECONDS',
    unit: 'milliseconds',
    about: 'How long a connection may go without taking any of what is queued for it before it is ended with 4508.',
  },
} as const satisfies Record<string, LimitSpec>;

type LimitName = keyof typeof realtimeLimits;
export type RealtimeLimits = { readonly [name in LimitName]: number };

/** The table's defaults, with those given instead. */
export function limitsWith(overrides: Partial<RealtimeLimits> = {}): RealtimeLimits {
  const defaults = Object.fromEntries(Object.entries(realtimeLimits).map(([name, spec]) => [name, spec.default]));
  return { ...(defaults as RealtimeLimits), ...overrides };
}
