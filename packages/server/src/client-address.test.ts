import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';

test.each([
  // what the header says, how many proxies are ours, who called
  ['10.0.0.7', 1, '10.0.0.7'],
  ['1.2.3.4, 10.0.0.7', 1, '10.0.0.7'],
  ['1.2.3.4, 10.0.0.7', 2, '1.2.3.4'],
  ['6.6.6.6, 1.2.3.4, 10.0.0.7', 2, '1.2.3.4'],
  ['6.6.6.6, 1.2.3.4, 10.0.0.7', 0, '127.0.0.1'],
  ['10.0.0.7', 2, '10.0.0.7'],
  [' 2001:db8::1 ', 1, '2001:db8::1'],
  [undefined, 1, '127.0.0.1'],
  ['', 1, '127.0.0.1'],
  ['1.2.3.4,', 1, '127.0.0.1'],
  ['unknown', 1, '127.0.0.1'],
  ['<script>', 1, '127.0.0.1'],
])('X-Forwarded-For %j behind %i proxies is a call of %s', (header, hops, address) => {
  expect(clientAddress('127.0.0.1', header, hops)).toBe(address);
});

test('several headers are one list', () => {
  expect(clientAddress('127.0.0.1', ['6.6.6.6', '1.2.3.4, 10.0.0.7'], 2)).toBe('1.2.3.4');
});

test('whatever a caller puts into the header, its own address is the one that our proxies saw', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string()),
      fc.ipV4(),
      fc.array(fc.ipV4(), { maxLength: 3 }),
      (madeUp, caller, proxies) => {
        // the first proxy adds the caller, each further one the proxy before it
        const header = [...madeUp, caller, ...proxies].join(', ');
        expect(clientAddress('127.0.0.1', header, 1 + proxies.length)).toBe(caller);
      },
    ),
  );
});
