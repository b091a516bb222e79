import { newTrace, traceparent } from '@machshop/telemetry';
import { describe, expect, test } from 'vitest';
import type { ProcessPlant } from './processes.ts';
import type { Story } from './scenario/story.ts';
import type { CollectedSpan } from './span-collector.ts';

/** Spans are sent each second. */
const SENT = { timeout: 20_000, interval: 100 };

const CREATE = `mutation CreateShelf($input: CreateInventoryLocationInput!) {
  createInventoryLocation(input: $input) { inventoryLocation { id site { name } } errors { message } }
}`;
/** One trace from the client to the consumers, through processes of their own. */
export function traces(plant: () => ProcessPlant, story: () => Story): void {
  describe('a trace', () => {
    test('of a mutation goes from the client’s header through gateway, HTTP, subgraph, SQL, outbox and NATS to the consumers', async () => {
      const caller = newTrace();
      const { handler } = story().people;
      const answer = await handler.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', traceparent: traceparent(caller) },
        body: JSON.stringify({
          query: CREATE,
          variables: {
            input: { siteId: plant().tenant.siteId, code: 'TRACED-1', name: 'Traced shelf', kind: 'STORE' },
          },
        }),
      });
      expect(await answer.json()).toMatchObject({
        data: { createInventoryLocation: { inventoryLocation: { id: expect.any(String) }, errors: [] } },
      });
      await plant().quiet();
      const path = [
        ['gateway', 'graphql'],
        ['gateway', 'fetch materials'],
        ['materials', 'materials execute'],
        ['materials', 'materials publish'],
        ['traceability', 'traceability-audit handle'],
      ] as const;
      const beside = [
        ['materials', 'materials write'],
        ['gateway', 'fetch auth'],
        ['auth', 'auth execute'],
      ] as const;
      await expect.poll(() => missing(plant(), caller.traceId, [...path, ...beside]), SENT).toEqual([]);
      const spans = plant().collector.spansOf(caller.traceId);
      // each below the one before it, the first below the client's own
      let above = caller.spanId;
      for (const [service, name] of path) {
        const span = find(spans, service, name);
        expect(span?.parentSpanId, `${service}: ${name}`).toBe(above);
        above = span?.spanId ?? '';
      }
      const execution = find(spans, 'materials', 'materials execute');
      expect(find(spans, 'materials', 'materials write')?.parentSpanId).toBe(execution?.spanId);
      expect(find(spans, 'auth', 'auth execute')?.parentSpanId).toBe(
        find(spans, 'gateway', 'fetch auth')?.spanId,
      );
    });

    test('goes on to whoever is subscribed', async () => {
      const { people } = story();
      const heard = await people.planner.listen(
        'subscription { inventoryChanged { event quantity { value } lot { number } } }',
      );
      const caller = newTrace();
      const input = {
        number: 'LOT-TRACED',
        partNumber: 'BOLT-300',
        quantity: { value: '1', unit: 'EA' },
        locationCode: 'STORE',
      };
      await people.handler.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', traceparent: traceparent(caller) },
        body: JSON.stringify({
          query:
            'mutation ($input: ReceiveMaterialInput!) { receiveMaterial(input: $input) { lot { id } errors { message } } }',
          variables: { input },
        }),
      });
      await expect.poll(() => heard.length).toBeGreaterThan(0);
      const path = [
        ['materials', 'materials publish'],
        ['gateway', 'resolve inventoryChanged'],
        ['gateway', 'deliver inventoryChanged'],
      ] as const;
      await expect.poll(() => missing(plant(), caller.traceId, path), SENT).toEqual([]);
      const spans = plant().collector.spansOf(caller.traceId);
      // one mutation may cause several events, each with its own resolution and delivery
      const idsOf = (wanted: string) =>
        spans.filter(({ name }) => name === wanted).map(({ spanId }) => spanId);
      const delivery = find(spans, 'gateway', 'deliver inventoryChanged');
      const resolution = spans.find(({ spanId }) => spanId === delivery?.parentSpanId);
      expect(resolution?.name).toBe('resolve inventoryChanged');
      expect(idsOf('materials publish')).toContain(resolution?.parentSpanId);
    });
  });
}

type Place = readonly [service: string, name: string];

const find = (spans: readonly CollectedSpan[], service: string, name: string): CollectedSpan | undefined =>
  spans.find((span) => span.service === service && span.name === name);

const missing = (plant: ProcessPlant, traceId: string, path: readonly Place[]): string[] => {
  const spans = plant.collector.spansOf(traceId);
  return path.flatMap(([service, name]) => (find(spans, service, name) ? [] : [`${service}: ${name}`]));
};
