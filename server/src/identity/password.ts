// Passwords as Argon2id hashes (OWASP's first choice: 19 MiB, two passes, one lane), stored with the parameters they were made with, so
// that these can be raised without asking anybody for a new password.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { AppError } from '@cocrea/shared/errors.ts';
import { lengthOf, passwordLimit, passwordMinimum } from '@cocrea/shared/domain/person.ts';

export interface Passwords {
  hash(password: string): Promise<string>;
  /** `stored` is null for an account that does not exist: it takes the same time, and is false. */
  verify(password: string, stored: string | null): Promise<boolean>;
}

interface Cost {
  /** KiB */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const saltBytes = 16;
const tagBytes = 32;

/** At most `atOnce` hashes are worked on together, so that a burst of sign-ins costs time and never memory. */
export function createPasswords({ atOnce }: { atOnce: number }): Passwords {
  const inTurn = limitTogether(atOnce);
  const nobody = phc(cost, { salt: randomBytes(saltBytes), tag: randomBytes(tagBytes) });
  return {
    hash: async (password) => {
      const salt = randomBytes(saltBytes);
      return phc(cost, { salt, tag: await inTurn(() => derive(password, { ...cost, salt, length: tagBytes })) });
    },
    verify: async (password, stored) => {
      const { salt, tag, ...made } = readPhc(stored ?? nobody);
      const derived = await inTurn(() => derive(password, { ...made, salt, length: tag.length }));
      return timingSafeEqual(derived, tag) && stored !== null;
    },
  };
}

/** Throws AppError `password_too_short` or `text_too_long`. */
export function checkPassword(password: string): void {
  const length = lengthOf(password);
  if (length < passwordMinimum) throw new AppError('password_too_short', { minimum: passwordMinimum });
  if (length > passwordLimit) throw new AppError('text_too_long', { field: 'password', limit: passwordLimit });
}

/** The same letters typed on two keyboards may be two strings of code points: they are one password. */
function derive(password: string, { salt, length, ...made }: Cost & { salt: Buffer; length: number }): Promise<Buffer> {
  const parameters = { message: password.normalize('NFKC'), nonce: salt, tagLength: length, ...made };
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (error, tag) => (error ? reject(error) : resolve(tag)));
  });
}

/** The string form of the PHC competition: `$argon2id$v=19$m=…,t=…,p=…$salt$tag`, base64 without padding. */
function phc({ memory, passes, parallelism }: Cost, { salt, tag }: { salt: Buffer; tag: Buffer }): string {
  const text = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${text(salt)}$${text(tag)}`;
}

function readPhc(stored: string): Cost & { salt: Buffer; tag: Buffer } {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(stored);
  if (parts === null) throw new Error('a stored password is in no form this program knows');
  const [, memory, passes, parallelism, salt = '', tag = ''] = parts;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

function limitTogether(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let working = 0;
  return async (work) => {
    if (working >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else working += 1;
    try {
      return await work();
    } finally {
      // A place is handed to who waits longest, or given back.
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  };
}
