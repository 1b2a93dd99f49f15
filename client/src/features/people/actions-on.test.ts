// What is offered on a row of the list, for each who may read it.
import type { Role } from '@cocrea/shared/domain/role.ts';
import type { Actor } from '@cocrea/shared/permissions.ts';
import { expect, test } from 'vitest';
import { actionsOn, rolesToCreate } from './actions-on.ts';

const labId = 'compromiso-11';
const as = (role: Role, personId = 'me'): Actor => ({ personId, memberships: [{ labId, role, subTableId: null }] });
const member = (role: Role, personId = 'somebody') => ({ labId, member: { personId, role } });

test('who facilitates makes and changes everybody but administrators', () => {
  const facilitator = as('facilitator');
  const { rename, roles, remove } = actionsOn(facilitator, member('participant'));
  expect({ rename, remove }).toEqual({ rename: true, remove: true });
  expect(roles).toContain('facilitator');
  expect(roles).not.toContain('admin');
  expect(actionsOn(facilitator, member('admin'))).toEqual({ rename: false, roles: [], remove: false });
  expect(rolesToCreate(facilitator, labId)).not.toContain('admin');
});

test('who administers makes and changes administrators too', () => {
  expect(actionsOn(as('admin'), member('admin')).roles).toContain('participant');
  expect(rolesToCreate(as('admin'), labId)).toContain('admin');
});

test('nobody removes themselves', () => {
  expect(actionsOn(as('facilitator'), member('facilitator', 'me')).remove).toBe(false);
});

test('who consolidates reads the list and may change only their own name', () => {
  expect(actionsOn(as('consolidator'), member('participant'))).toEqual({ rename: false, roles: [], remove: false });
  expect(actionsOn(as('consolidator'), member('consolidator', 'me'))).toEqual({ rename: true, roles: [], remove: false });
});

test('a passer-by and people of other labs are offered nothing', () => {
  const stranger: Actor = { personId: 'me', memberships: [{ labId: 'otro', role: 'admin', subTableId: null }] };
  for (const actor of [null, stranger]) {
    expect(actionsOn(actor, member('participant'))).toEqual({ rename: false, roles: [], remove: false });
    expect(rolesToCreate(actor, labId)).toEqual([]);
  }
});
