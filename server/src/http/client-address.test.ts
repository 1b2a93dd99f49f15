// Whose address a request has, and whether somebody at this very machine made it.
import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { createAddressReader, isFromThisMachine } from './client-address.ts';

function from(remoteAddress: string, headers: IncomingMessage['headers'] = {}): IncomingMessage {
  return { socket: { remoteAddress }, headers } as unknown as IncomingMessage;
}

describe('the address of a request', () => {
  const trusting = createAddressReader(['10.0.0.0/8', '::1']);

  test.each([
    ['the socket’s peer', from('203.0.113.5'), '203.0.113.5'],
    ['the same address over IPv6', from('::ffff:203.0.113.5'), '203.0.113.5'],
    ['not what a stranger claims', from('203.0.113.5', { 'x-forwarded-for': '198.51.100.1' }), '203.0.113.5'],
    ['what a trusted proxy saw', from('10.1.2.3', { 'x-forwarded-for': '198.51.100.1' }), '198.51.100.1'],
    ['through two of them', from('::1', { 'x-forwarded-for': '198.51.100.1, 10.9.9.9' }), '198.51.100.1'],
    ['not what stands left of it', from('10.1.2.3', { 'x-forwarded-for': '1.1.1.1, 198.51.100.1' }), '198.51.100.1'],
    ['the proxy’s own where it tells nothing', from('10.1.2.3'), '10.1.2.3'],
    ['the proxy’s own where it tells nonsense', from('10.1.2.3', { 'x-forwarded-for': 'unknown' }), '10.1.2.3'],
  ])('is %s', (_what, request, address) => {
    expect(trusting(request)).toBe(address);
  });

  test('is the peer’s where nobody is trusted', () => {
    expect(createAddressReader([])(from('127.0.0.1', { 'x-forwarded-for': '198.51.100.1' }))).toBe('127.0.0.1');
  });
});

test('what speaks HTTP/1.0 is a proxy that says nothing of itself, not a browser here', () => {
  expect(isFromThisMachine(from('127.0.0.1', { host: '127.0.0.1:3000' }))).toBe(true);
  const old = { ...from('127.0.0.1', { host: '127.0.0.1:3000' }), httpVersion: '1.0' } as IncomingMessage;
  expect(isFromThisMachine(old)).toBe(false);
});

test('counted together are the addresses one household or one attacker gets: an IPv4 address, 64 bits of an IPv6 one', () => {
  const addressOf = createAddressReader([]);
  const [one, same, other] = ['2001:db8:0:1::7', '2001:db8::1:ffff:0:0:9', '2001:db8:0:2::7'].map((each) =>
    addressOf(from(each)),
  );
  expect(one).toBe(same);
  expect(one).not.toBe(other);
  expect(addressOf(from('fe80::1%eth0'))).toBe(addressOf(from('fe80::2%eth0')));
});

describe('somebody at this machine', () => {
  test.each([
    ['127.0.0.1', { host: 'localhost:3000' }, true],
    ['::1', { host: '[::1]:3000' }, true],
    ['::ffff:127.0.0.1', { host: '127.0.0.1' }, true],
    ['192.168.1.7', { host: 'localhost:3000' }, false],
    ['127.0.0.1', { host: 'cocrea.example.org' }, false],
    ['127.0.0.1', {}, false],
    ['127.0.0.1', { host: 'localhost', 'x-forwarded-for': '127.0.0.1' }, false],
    ['127.0.0.1', { host: 'localhost:3000', origin: 'http://localhost:3000' }, true],
    ['127.0.0.1', { host: 'localhost:3000', referer: 'http://[::1]:3000/entrar' }, true],
    ['127.0.0.1', { host: 'localhost:3000', origin: 'https://cocrea.example.org' }, false],
    ['127.0.0.1', { host: 'localhost:3000', referer: 'https://cocrea.example.org/entrar' }, false],
    ['127.0.0.1', { host: 'localhost:3000', origin: 'null' }, false],
    ['127.0.0.1', { host: 'localhost', forwarded: 'for=127.0.0.1' }, false],
  ])('%s with %o: %s', (address, headers, expected) => {
    expect(isFromThisMachine(from(address, headers))).toBe(expected);
  });
});
