// Joining with a code: what it opens, and the one command that makes a person of the lab. Its id is kept on the device until the server
// answered, so that a second try after a lost answer is the same person and not a second one.
import type * as contracts from '@cocrea/shared/api/join.ts';
import type { OutputOf } from '@cocrea/shared/api/contract.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { useEffect } from 'react';
import { forget, recall, remember } from '../ui/memory.ts';
import { call, type InputOf } from './call.ts';
import { patiently } from './patiently.ts';
import { useSending, type Sending } from './use-sending.ts';

function lookUp(code: string): Promise<contracts.Door> {
  return patiently(() => call<typeof contracts.lookUpCode>('GET /api/join/:code', { params: { code } }));
}

/** What a code opens, asked at once; nothing is asked while `code` is null. For one code: another is another page. */
export function useDoor(code: string | null): Sending<string, contracts.Door> {
  const door = useSending(lookUp);
  const { send } = door;
  useEffect(() => {
    if (code !== null) send(code);
  }, [code, send]);
  return door;
}

function pendingId(code: string): string {
  const name = `joining.${code}`;
  const known = recall(name);
  if (known !== null) return known;
  const fresh = newId();
  remember(name, fresh);
  return fresh;
}

type Joining = { readonly code: string } & Omit<InputOf<typeof contracts.join>['body'], 'id'>;

export async function join({ code, ...form }: Joining): Promise<OutputOf<typeof contracts.join>> {
  const body = { ...form, id: pendingId(code) };
  const joined = await call<typeof contracts.join>('POST /api/join/:code', { params: { code }, body });
  forget(`joining.${code}`);
  return joined;
}
