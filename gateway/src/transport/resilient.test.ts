import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { Lifetime } from '../lifetime.ts';
import { ANYONE } from '../testing/gateway.ts';
import { type FetchOutcome, RESILIENCE, type ResilienceOptions, ResilientTransport } from './resilient.ts';
import {
  type Recipient,
  type SubgraphRequest,
  type SubgraphTransport,
  sendAsync,
  TransportError,
} from './transport.ts';

const request = (isRead: boolean, lifetime = new Lifetime()): SubgraphRequest => ({
  subgraph: 'orders',
  query: '{ a }',
  document: parse('{ a }'),
  operationName: undefined,
  variables: {},
  isRead,
  context: { ...ANYONE, requestId: 'r', headers: {}, lifetime },
});

/** A transport that does what it is told, one call after the other. */
class Scripted implements SubgraphTransport {
  calls = 0;
  cancelled = 0;
  readonly #script: readonly (TransportError | 'answer' | 'silence')[];

  constructor(...script: readonly (TransportError | 'answer' | 'silence')[]) {
    this.#script = script;
  }

  send(_request: SubgraphRequest, recipient: Recipient) {
    const next = this.#script[Math.min(this.calls, this.#script.length - 1)];
    this.calls += 1;
    queueMicrotask(() => {
      if (next === 'answer') recipient.answered({ data: { a: 1 } });
      else if (next !== 'silence') recipient.failed(next as TransportError);
    });
    return () => {
      this.cancelled += 1;
    };
  }

  async close(): Promise<void> {}
}

const DOWN = new TransportError('orders', 'unreachable', 'down');
const UNSENT = new TransportError('orders', 'unreachable', 'refused', { unsent: true });

function around(inner: SubgraphTransport, options: Partial<ResilienceOptions> = {}) {
  const outcomes: FetchOutcome[] = [];
  const transport = new ResilientTransport(
    inner,
    { ...RESILIENCE, backoffMs: 1, ...options },
    (_subgraph, outcome) => outcomes.push(outcome),
    () => 0.5,
  );
  return { transport, outcomes };
}

describe('a request to a subgraph', () => {
  it('that reads is tried again when the subgraph cannot be reached, so often and no more', async () => {
    const recovers = new Scripted(DOWN, DOWN, 'answer');
    expect(await sendAsync(around(recovers).transport, request(true))).toEqual({ data: { a: 1 } });
    const down = new Scripted(DOWN);
    const { transport, outcomes } = around(down);
    await expect(sendAsync(transport, request(true))).rejects.toBe(DOWN);
    expect(down.calls).toBe(3);
    expect(outcomes).toEqual(['retried', 'retried', 'failed']);
  });

  it('that writes is tried again only if it cannot have arrived', async () => {
    const maybe = new Scripted(DOWN, 'answer');
    await expect(sendAsync(around(maybe).transport, request(false))).rejects.toBe(DOWN);
    expect(maybe.calls).toBe(1);
    const refused = new Scripted(UNSENT, 'answer');
    expect(await sendAsync(around(refused).transport, request(false))).toEqual({ data: { a: 1 } });
  });

  it('is given up and taken back when it takes too long', async () => {
    const silent = new Scripted('silence');
    const { transport } = around(silent, { timeoutMs: 20 });
    await expect(sendAsync(transport, request(true))).rejects.toMatchObject({ fault: 'timeout' });
    expect([silent.calls, silent.cancelled]).toEqual([1, 1]);
  });

  it('is given up and taken back when its client leaves', async () => {
    const lifetime = new Lifetime();
    const silent = new Scripted('silence');
    const sent = sendAsync(around(silent).transport, request(true, lifetime));
    lifetime.end('disconnect');
    await expect(sent).rejects.toMatchObject({ fault: 'cancelled' });
    expect(silent.cancelled).toBe(1);
  });

  it('is not sent to a subgraph that has failed all the time, until one may try', async () => {
    const flaky = new Scripted(DOWN, DOWN, 'answer');
    const { transport } = around(flaky, { retries: 0, breakerFailures: 2, breakerOpenMs: 30 });
    for (let i = 0; i < 2; i += 1) await expect(sendAsync(transport, request(true))).rejects.toBe(DOWN);
    await expect(sendAsync(transport, request(true))).rejects.toMatchObject({ fault: 'open' });
    expect(flaky.calls).toBe(2);
    await new Promise((resolve) => setTimeout(resolve, 40));
    expect(await sendAsync(transport, request(true))).toEqual({ data: { a: 1 } });
    expect(await sendAsync(transport, request(true))).toEqual({ data: { a: 1 } });
  });
});
