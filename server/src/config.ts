// Every setting of the server in one table: its name, default, unit, meaning and how it is read. Read once, at the start; a value that
// does not fit stops the start with a sentence that names the setting. The README's table is printed from this one.
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { commentRoomLimits, type CommentRoomLimits } from './comments/limits.ts';
import { exportLimits, type ExportLimits } from './exports/limits.ts';
import { feedLimits, type FeedLimits } from './feed/limits.ts';
import { historyLimits, type HistoryLimits } from './history/limits.ts';
import { realtimeLimits, type LimitSpec, type RealtimeLimits } from './realtime/limits.ts';

export const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

interface Setting<Value> {
  readonly name: string;
  /** As it would be written in the environment; empty where leaving it out means "none". */
  readonly default: string;
  readonly unit: string;
  /** One sentence for the README. */
  readonly about: string;
  /** What a good value is, in Spanish: the end of "se espera …". */
  readonly expects: string;
  /** The value, or undefined for a text that is none. */
  readonly parse: (text: string) => Value | undefined;
}

function whole(range: { least: number; most: number }): Pick<Setting<number>, 'expects' | 'parse'> {
  return {
    expects: `un número entero de ${range.least} a ${range.most}`,
    parse: (text) => {
      const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
      return value >= range.least && value <= range.most ? value : undefined;
    },
  };
}
const orNone = (text: string): string | null => text || null;

/** The settings that are not limits of the realtime engine, the feed, downloads or comments, which have tables of their own. */
const settings = {
  port: {
    name: 'PORT',
    default: '3000',
    unit: 'TCP port',
    about: 'Port of everything: pages, API, sync. `0` takes a free one.',
    ...whole({ least: 0, most: 65_535 }),
  },
  host: {
    name: 'COCREA_HOST',
    default: '',
    unit: 'address',
    about: 'Address to listen on; all interfaces when empty. `127.0.0.1` serves this machine only.',
    expects: 'una dirección IP o un nombre de esta máquina',
    parse: (text: string) => (text === '' ? null : /^[A-Za-z0-9.:_-]+$/.test(text) ? text : undefined),
  },
  dataDir: {
    name: 'COCREA_DATA_DIR',
    default: './data',
    unit: 'folder',
    about: 'The one folder that holds everything; made when missing.',
    expects: 'el nombre de una carpeta',
    parse: (text: string) => resolve(text),
  },
  backupDir: {
    name: 'COCREA_BACKUP_DIR',
    default: '',
    unit: 'folder',
    about: 'Where the server keeps backups it takes by itself, a folder of its own on another disk; none when empty.',
    expects: 'el nombre de una carpeta',
    parse: (text: string) => (text === '' ? null : resolve(text)),
  },
  backupHours: {
    name: 'COCREA_BACKUP_HOURS',
    default: '24',
    unit: 'hours',
    about: 'Hours from one of these backups to the next, also across restarts.',
    ...whole({ least: 1, most: 168 }),
  },
  backupKeep: {
    name: 'COCREA_BACKUP_KEEP',
    default: '7',
    unit: 'backups',
    about: 'How many of them are kept; older ones are removed once a new one is whole.',
    ...whole({ least: 1, most: 10_000 }),
  },
  databaseUrl: {
    name: 'COCREA_DATABASE_URL',
    default: '',
    unit: 'URL',
    about:
      'A PostgreSQL database (13 or newer) that holds everything instead of the folder: `postgres://user:password@host:5432/cocrea`. One server a database, or several with `COCREA_REDIS_URL`.',
    expects: 'una dirección como postgres://usuario:clave@servidor:5432/cocrea',
    parse: readDatabaseUrl,
  },
  redisUrl: {
    name: 'COCREA_REDIS_URL',
    default: '',
    unit: 'URL',
    about:
      'A Redis by which several servers of one `COCREA_DATABASE_URL` tell each other what they do: `redis://user:password@host:6379`, the same on all. What is lost with it is time, never words.',
    expects:
      'una dirección como redis://usuario:clave@servidor:6379, a la que puede seguir el número de una instalación (/1); rediss:// no se admite',
    parse: readRedisUrl,
  },
  tlsCert: {
    name: 'COCREA_TLS_CERT',
    default: '',
    unit: 'PEM file',
    about: 'Certificate chain; with `COCREA_TLS_KEY`, everything is served over HTTPS.',
    expects: 'un archivo PEM que se pueda leer',
    parse: readPem,
  },
  tlsKey: {
    name: 'COCREA_TLS_KEY',
    default: '',
    unit: 'PEM file',
    about: 'Private key of the certificate.',
    expects: 'un archivo PEM que se pueda leer',
    parse: readPem,
  },
  demo: {
    name: 'COCREA_DEMO',
    default: '1',
    unit: '`1` or `0`',
    about:
      'One-click demonstration entry from this machine. `0` switches it off and prints a one-time link for the administrator.',
    expects: '1 (encendida) o 0 (apagada)',
    parse: (text: string) => (text === '1' ? true : text === '0' ? false : undefined),
  },
  publicUrl: {
    name: 'COCREA_PUBLIC_URL',
    default: '',
    unit: 'URL',
    about: 'Address people use when it is not the one of this machine (behind a proxy): `https://cocrea.example.org`.',
    expects: 'una dirección como https://cocrea.example.org, sin ruta',
    parse: readPublicUrl,
  },
  logLevel: {
    name: 'COCREA_LOG_LEVEL',
    default: 'warn',
    unit: 'level',
    about: `What is written to the log (JSON lines on stderr): ${logLevels.map((level) => `\`${level}\``).join(', ')}.`,
    expects: `uno de: ${logLevels.join(', ')}`,
    parse: (text: string) => logLevels.find((level) => level === text),
  },
  accountSessionDays: {
    name: 'COCREA_SESSION_DAYS',
    default: '30',
    unit: 'days',
    about: 'A signed-in account is signed out after so many days without use.',
    ...whole({ least: 1, most: 3_650 }),
  },
  deviceSessionDays: {
    name: 'COCREA_DEVICE_SESSION_DAYS',
    default: '180',
    unit: 'days',
    about: 'A device that joined with a code forgets who its person is after so many days without use.',
    ...whole({ least: 1, most: 3_650 }),
  },
  tokenDays: {
    name: 'COCREA_TOKEN_DAYS',
    default: '30',
    unit: 'days',
    about: 'How long an access token of `cocrea token` is good, whether used or not.',
    ...whole({ least: 1, most: 3_650 }),
  },
  signInAttempts: {
    name: 'COCREA_SIGN_IN_ATTEMPTS',
    default: '10',
    unit: 'failures in 15 min',
    about: 'Failed sign-ins to one name from one address; more wait.',
    ...whole({ least: 1, most: 1_000_000 }),
  },
  signInAttemptsPerAddress: {
    name: 'COCREA_SIGN_IN_ATTEMPTS_PER_ADDRESS',
    default: '500',
    unit: 'failures in 15 min',
    about: 'Failed sign-ins from one address, whatever the name; generous, because a hall shares one address.',
    ...whole({ least: 1, most: 1_000_000 }),
  },
  codeAttemptsPerAddress: {
    name: 'COCREA_CODE_ATTEMPTS_PER_ADDRESS',
    default: '1000',
    unit: 'failures in 15 min',
    about: 'Join codes and setup links that open nothing, tried from one address; more wait.',
    ...whole({ least: 1, most: 1_000_000 }),
  },
  requestsPerMinute: {
    name: 'COCREA_REQUESTS_PER_MINUTE',
    default: '30000',
    unit: 'requests in 1 min',
    about: 'API requests from one address; more wait.',
    ...whole({ least: 1, most: 100_000_000 }),
  },
  requestSeconds: {
    name: 'COCREA_REQUEST_SECONDS',
    default: '60',
    unit: 'seconds',
    about: 'How long a request may take to arrive whole; a slower one is answered 408.',
    ...whole({ least: 1, most: 86_400 }),
  },
  bodyBytes: {
    name: 'COCREA_BODY_BYTES',
    default: '262144',
    unit: 'bytes',
    about: 'Largest body of an API request.',
    ...whole({ least: 1_024, most: 1_073_741_824 }),
  },
  readerMemory: {
    name: 'COCREA_READER_MEMORY_MB',
    default: '1024',
    unit: 'MiB',
    about:
      'Memory of the threads that read texts, and of what they answered and is kept. A text that needs more is read alone, and refused with 413 where that is not enough.',
    ...whole({ least: 256, most: 1_048_576 }),
  },
  trustedProxies: {
    name: 'COCREA_TRUSTED_PROXIES',
    default: '',
    unit: 'addresses',
    about: 'Proxies whose `X-Forwarded-For` is believed: addresses or networks (`10.0.0.0/8`), separated by commas.',
    expects: 'direcciones IP o redes como 10.0.0.0/8, separadas por comas',
    parse: readNetworks,
  },
} as const satisfies Record<string, Setting<unknown>>;

type Settings = typeof settings;
export type Config = { readonly [Key in keyof Settings]: Exclude<ReturnType<Settings[Key]['parse']>, undefined> } & {
  readonly realtime: RealtimeLimits;
  readonly feed: FeedLimits;
  readonly history: HistoryLimits;
  readonly exports: ExportLimits;
  readonly comments: CommentRoomLimits;
};

/** A value that does not fit; its message is the Spanish sentence to print. */
export class SettingError extends Error {
  readonly setting: string;

  constructor(setting: string, sentence: string) {
    super(sentence);
    this.name = 'SettingError';
    this.setting = setting;
  }
}

/** Throws SettingError for the first value that does not fit. An empty value counts as left out. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries<Setting<unknown>>(settings)) values[key] = readSetting(setting, environment);
  const realtime = readLimits<RealtimeLimits>(realtimeLimits, environment);
  const feed = readLimits<FeedLimits>(feedLimits, environment);
  const history = readLimits<HistoryLimits>(historyLimits, environment);
  const exports = readLimits<ExportLimits>(exportLimits, environment);
  const comments = readLimits<CommentRoomLimits>(commentRoomLimits, environment);
  const config = { ...values, realtime, feed, history, exports, comments } as Config;
  if ((config.tlsCert === null) !== (config.tlsKey === null)) {
    const missing = config.tlsCert === null ? settings.tlsCert.name : settings.tlsKey.name;
    throw new SettingError(missing, `Falta el ajuste ${missing}: para servir por HTTPS se necesitan el certificado y su clave.`);
  }
  if (config.redisUrl !== null && config.databaseUrl === null) {
    const [needed, given] = [settings.databaseUrl.name, settings.redisUrl.name];
    throw new SettingError(
      needed,
      `Falta el ajuste ${needed}: varios servidores que se avisan por Redis (${given}) comparten una base de PostgreSQL. Un servidor que trabaja solo no necesita Redis.`,
    );
  }
  if (config.databaseUrl !== null && config.backupDir !== null) {
    const { name } = settings.backupDir;
    throw new SettingError(
      name,
      `El ajuste ${name} no sirve junto a ${settings.databaseUrl.name}: esas copias son de la carpeta. Programe las de la base con las herramientas de PostgreSQL (pg_dump).`,
    );
  }
  return config;
}

/** The table of settings as Markdown, for the README. */
export function settingsAsMarkdown(): string {
  const tables = { ...realtimeLimits, ...feedLimits, ...historyLimits, ...exportLimits, ...commentRoomLimits };
  const limits = Object.values<LimitSpec>(tables).map(limitSetting);
  const rows = [...Object.values<Setting<unknown>>(settings), ...limits].map(
    ({ name, default: fallback, unit, about }) => `| \`${name}\` | ${fallback && `\`${fallback}\``} | ${unit} | ${about} |`,
  );
  return ['| setting | default | unit | what it does |', '|---|---|---|---|', ...rows].join('\n');
}

function readSetting<Value>(setting: Setting<Value>, environment: Readonly<Record<string, string | undefined>>): Value {
  const text = (environment[setting.name] ?? '').trim() || setting.default;
  const value = setting.parse(text);
  if (value === undefined) {
    const read = /:[^@]*@/.test(text) ? '' : `se leyó «${text}» y `;
    const sentence = `El ajuste ${setting.name} no sirve: ${read}se espera ${setting.expects}.`;
    throw new SettingError(setting.name, sentence);
  }
  return value;
}

function readLimits<Limits>(
  table: { readonly [Name in keyof Limits]: LimitSpec },
  environment: Readonly<Record<string, string | undefined>>,
): Limits {
  const entries = Object.entries<LimitSpec>(table).map(([name, spec]) => [name, readSetting(limitSetting(spec), environment)]);
  return Object.fromEntries(entries) as Limits;
}

function limitSetting({ default: fallback, setting, unit, about }: LimitSpec): Setting<number> {
  return { name: setting, default: String(fallback), unit, about, ...whole({ least: 1, most: Number.MAX_SAFE_INTEGER }) };
}

function readPem(file: string): Buffer | null | undefined {
  if (file === '') return null;
  try {
    const pem = readFileSync(file);
    return pem.includes('-----BEGIN ') ? pem : undefined;
  } catch {
    return undefined;
  }
}

function readPublicUrl(text: string): URL | null | undefined {
  if (text === '') return null;
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' ? url : undefined;
}

function readDatabaseUrl(text: string): string | null | undefined {
  if (text === '') return null;
  const url = URL.parse(text);
  return url !== null && /^postgres(?:ql)?:$/.test(url.protocol) && url.pathname.length > 1 ? text : undefined;
}

function readRedisUrl(text: string): string | null | undefined {
  if (text === '') return null;
  const url = URL.parse(text);
  return url !== null && url.protocol === 'redis:' && url.hostname !== '' && /^(?:\/\d{0,4})?$/.test(url.pathname)
    ? text
    : undefined;
}

function readNetworks(text: string): readonly string[] | undefined {
  const networks = (orNone(text)?.split(',') ?? []).map((one) => one.trim());
  return networks.every(isNetwork) ? networks : undefined;
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128));
}
