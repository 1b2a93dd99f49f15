// What a hall is told of a code: addresses phones can reach, groups the eye can keep.
import type { JoinCode } from '@cocrea/shared/domain/join-code.ts';
import type { SubTable } from '@cocrea/shared/domain/lab.ts';
import { newId } from '@cocrea/shared/domain/ids.ts';
import { expect, test } from 'vitest';
import {
  groupedCode,
  inOrder,
  isLoopback,
  joinLink,
  needsSameNetwork,
  reachableAddresses,
  spelledCode,
  typedAddress,
} from './join-link.ts';

test('an address of this machine only is known as one', () => {
  for (const here of [
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://127.8.0.1',
    'http://[::1]:3000',
    'http://a.localhost',
  ])
    expect(isLoopback(here), here).toBe(true);
  for (const there of ['http://192.168.1.20:3000', 'https://cocrea.gob.gt', 'http://sala.local', 'http://localhost.gt'])
    expect(isLoopback(there), there).toBe(false);
});

test('an address and a local name ask for the same network; a public name does not', () => {
  for (const near of ['http://192.168.1.20:3000', 'http://[fd00::1]:3000', 'http://portatil:3000', 'http://sala.local'])
    expect(needsSameNetwork(near), near).toBe(true);
  for (const far of ['https://cocrea.gob.gt', 'https://mesa.example.org:8443']) expect(needsSameNetwork(far), far).toBe(false);
});

test('the address the page was opened at comes first, and none is offered twice', () => {
  const told = ['http://192.168.1.20:3000', 'http://10.0.0.7:3000'];
  expect(reachableAddresses(told, 'http://10.0.0.7:3000')).toEqual(['http://10.0.0.7:3000', 'http://192.168.1.20:3000']);
  expect(reachableAddresses(told, 'http://localhost:3000')).toEqual(told);
  expect(reachableAddresses([], 'http://localhost:3000')).toEqual([]);
});

test('the link opens the page of the code; what is typed has no scheme', () => {
  expect(joinLink('http://192.168.1.20:3000', 'DAT3GX')).toBe('http://192.168.1.20:3000/unirse/DAT3GX');
  expect(typedAddress('http://192.168.1.20:3000')).toBe('192.168.1.20:3000/unirse');
  expect(typedAddress('https://cocrea.gob.gt')).toBe('cocrea.gob.gt/unirse');
});

test('six characters are two groups for the eye, six letters for the ear', () => {
  expect(groupedCode('DAT3GX')).toBe('DAT 3GX');
  expect(spelledCode('DAT3GX')).toBe('D A T 3 G X');
});

test('the whole lab first, then the sub-tables in their order, the newest first', () => {
  const table = (no: number): SubTable => ({ id: `m${no}`, no, theme: '', questions: [], notesDocumentId: '' });
  const code = (name: string, subTableId: string | null, createdAt: number): JoinCode => {
    const rest = { id: newId(), labId: 'lab', role: 'participant', closedAt: null, uses: 0 } as const;
    return { ...rest, code: name, subTableId, createdAt };
  };
  const codes = [
    code('gone', 'm9', 9),
    code('second', 'm2', 1),
    code('old', null, 1),
    code('first', 'm1', 5),
    code('new', null, 2),
  ];
  expect(inOrder(codes, [table(2), table(1)]).map(({ code: name }) => name)).toEqual(['new', 'old', 'first', 'second', 'gone']);
});
