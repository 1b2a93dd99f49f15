// The join codes of a lab, as those who run it make, list and close them. Coming in with one is in join.ts.
import * as z from 'zod/mini';
import { LabId, Uuid } from '../domain/ids.ts';
import { JoinCode } from '../domain/join-code.ts';
import { JoinableRole } from '../domain/role.ts';
import { contract } from './contract.ts';
import { InLab } from './labs.ts';

export const listJoinCodes = contract({
  method: 'GET',
  path: '/api/labs/:lab/join-codes',
  summary: 'The join codes of the lab, and the addresses at which phones reach this server',
  params: InLab,
  output: z.object({ codes: z.array(JoinCode), addresses: z.array(z.string()) }),
});
export const createJoinCode = contract({
  method: 'POST',
  path: '/api/labs/:lab/join-codes',
  summary: 'Make a join code',
  params: InLab,
  body: z.object({ id: Uuid, role: JoinableRole, subTableId: z.nullable(z.string()) }),
  output: z.object({ code: JoinCode }),
  creates: true,
});
export const closeJoinCode = contract({
  method: 'DELETE',
  path: '/api/labs/:lab/join-codes/:id',
  summary: 'Close a join code; people who joined with it stay',
  params: z.object({ lab: LabId, id: Uuid }),
  body: z.object({ commandId: Uuid }),
});
