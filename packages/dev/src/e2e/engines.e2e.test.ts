import {
  createGateway,
  type EngineName,
  type Gateway,
  type GatewaySubgraph,
  TransportError,
} from '@machshop/gateway';
import { type OperationOptions, operations, type ValueSlot } from '@machshop/gateway/differential';
import { createLogger } from '@machshop/telemetry';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { gatewayOver } from '../plant/plant.ts';
import { freePort } from '../services/ports.ts';
import { Caller, FACTS } from './caller.ts';
import { type EmbeddedPlant, startEmbedded } from './embedded.ts';
import { CORPUS } from './engines/corpus.ts';
import { Duel } from './engines/duel.ts';
import { KnownValues } from './known-values.ts';
import { mutationsOf, queriesOf, subjectOf } from './operations.ts';
import { assembling } from './scenario/assembling.ts';
import { making } from './scenario/making.ts';
import { preparation } from './scenario/preparation.ts';
import { sensing } from './scenario/sensing.ts';
import { beginStory, type Story } from './scenario/story.ts';

/** More operations, other ones: DIFFERENTIAL_RUNS=5000 DIFFERENTIAL_SEED=7. */
const numRuns = Number(process.env.DIFFERENTIAL_RUNS ?? 300);
const seed = Number(process.env.DIFFERENTIAL_SEED ?? 1);
const NO_TENANT = '00000000-0000-0000-0000-000000000000';

let plant: EmbeddedPlant;
let story: Story;
let values: KnownValues;
const gateways: Gateway[] = [];
const duels: Duel[] = [];

// the plant's own gateway is of the stock engine: what the story tells, it serves
beforeAll(async () => {
  plant = await startEmbedded(inject('adminDatabaseUrl'), 'acme', 'apollo');
  story = await beginStory(plant);
});
afterAll(async () => {
  const sum = (of: (duel: Duel) => number) => duels.reduce((total, duel) => total + of(duel), 0);
  process.stdout.write(
    `${sum((duel) => duel.compared)} operations compared: ${sum((duel) => duel.withData)} with data, ` +
      `${sum((duel) => duel.withErrors)} with errors, ${sum((duel) => duel.differences.length)} differences\n`,
  );
  for (const gateway of gateways) await gateway.close();
  await plant?.close();
});

/** The administrator at a gateway of its own over the plant, where one subgraph may be down. */
async function callerAt(engine: EngineName, down?: string): Promise<Caller> {
  const log = createLogger('e2e', 'fatal');
  const port = await freePort();
  const options = gatewayOver(plant.running, { engine, env: process.env, log, port, host: '127.0.0.1' });
  const { subgraphs } = options.source;
  const source = { subgraphs: subgraphs.map((one) => (one.name === down ? without(one) : one)) };
  const gateway = await createGateway({ ...options, source });
  gateways.push(gateway);
  const { name, token } = story.people.administrator;
  return new Caller(new URL(await gateway.listen()).origin, name, token);
}

const without = (subgraph: GatewaySubgraph): GatewaySubgraph => ({
  ...subgraph,
  execute: () => Promise.reject(new TransportError(subgraph.name, 'unreachable', 'it is down')),
});

async function duelWithout(down?: string): Promise<Duel> {
  const rivals = { ours: await callerAt('machshop', down), stock: await callerAt('apollo', down) };
  const duel = new Duel(rivals, down === undefined);
  duels.push(duel);
  return duel;
}

describe('the plant behind the stock engine', () => {
  const tell = () => story;
  preparation(tell);
  making(tell);
  sensing(tell);
  assembling(tell);
});

describe('both engines over the plant', () => {
  let duel: Duel;
  beforeAll(async () => {
    await plant.quiet();
    values = await KnownValues.read(plant.admin, plant.subgraphs, plant.tenant.tenantId, NO_TENANT);
    duel = await duelWithout();
  });

  test('answer every query of the API alike', async () => {
    const { operations: made, unmade } = queriesOf(plant.schema, values.fill);
    expect(unmade).toEqual([]);
    for (const operation of made) await duel.ask(operation);
    expect(duel.differences).toEqual([]);
  });

  test.each(CORPUS)('answer alike: $name', async (operation) => {
    expect(await duel.ask(operation)).toBeUndefined();
  });

  test('answer operations at random alike', { timeout: 60_000 + numRuns * 500 }, async () => {
    const property = fc.asyncProperty(operations(plant.schema, options()), async ({ query, variables }) => {
      expect(await duel.ask({ name: 'random', query, variables })).toBeUndefined();
    });
    await fc.assert(property, { numRuns, seed, endOnFailure: process.env.DIFFERENTIAL_SHRINK === undefined });
  });
});

/** These change the caller's own session, the keys of all, or what nothing refuses. */
const SPARED = new Set([
  'login',
  'clientLogin',
  'refresh',
  'logout',
  'changeOwnPassword',
  'rotateSigningKey',
]);

describe('refusals of changes', () => {
  test('are told alike, with their facts', async () => {
    const duel = await duelWithout();
    for (const fill of [() => undefined, values.fill]) {
      for (const { query, ...operation } of mutationsOf(plant.schema, fill)) {
        if (SPARED.has(operation.field)) continue;
        const withFacts = query.replace('{ __typename code }', `{ ${FACTS} }`);
        await duel.askToChange({ ...operation, query: withFacts });
      }
    }
    expect(duel.differences).toEqual([]);
    expect(duel.compared).toBeGreaterThan(100);
  });
});

describe.each(['master-data', 'materials', 'equipment', 'work-orders'])('while %s is down', (down) => {
  test('both engines answer the rest alike', async () => {
    const duel = await duelWithout(down);
    for (const operation of CORPUS) await duel.ask(operation);
    expect(duel.differences).toEqual([]);
  });
});

const DAY_MS = 24 * 60 * 60 * 1000;
const at = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

const options = (): OperationOptions => ({
  mutations: false,
  // stock answers much of the rest wrong by itself: gateway/docs/stock-faults.md
  variety: 'plain',
  // of the moment of asking
  without: new Set(['InventoryVerification.checkedAt', 'Genealogy.asOf']),
  values: ({ field, name, type }: ValueSlot) => {
    if (type === 'Int') return [1, 2, 3];
    if (type === 'DateTime') return name === 'from' ? [at(-2), at(-1)] : [at(1), at(2)];
    return values.some({ subject: subjectOf(field.type), name, type });
  },
});
