import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Answer } from './caller.ts';
import { runToEnd } from './part-process.ts';
import type { ProcessPlant } from './processes.ts';
import { BLADES, type Story, theOrder } from './scenario/story.ts';

const LATE = 'E2E-LATE';
/** A circuit breaker leaves a subgraph alone for two seconds. */
const RECOVERY = { timeout: 15_000, interval: 100 };

const ORDER = `{ workOrderByNumber(number: "${BLADES}") {
  number status serializedParts(first: 10) { nodes { serialNumber } } allocations { state } } }`;

const said = ({ errors }: Answer) =>
  errors.map(({ path, extensions }) => ({ path, code: extensions?.code, subgraph: extensions?.serviceName }));

/** What happens when parts of the plant come and go. Ends the plant. */
export function robustness(plant: () => ProcessPlant, story: () => Story): void {
  describe('while iot and integration are away', () => {
    const query = `{
      workOrderByNumber(number: "${BLADES}") { number integrationMessages(first: 1) { nodes { kind } } operations { number readings { serialNumbers } } }
      equipmentByCode(code: "MILL-1") { code sensors { tag } } }`;

    test('what they add to others’ entities is missing, and nothing else', async () => {
      const away = ['integration', 'iot'] as const;
      await Promise.all(away.map((name) => plant().part(name).kill()));
      const { data, errors } = await story().people.administrator.send(query);
      expect(data).toEqual({
        workOrderByNumber: {
          number: BLADES,
          integrationMessages: null,
          operations: [
            { number: 10, readings: null },
            { number: 20, readings: null },
          ],
        },
        equipmentByCode: { code: 'MILL-1', sensors: null },
      });
      expect(new Set(errors.map(({ extensions }) => extensions?.serviceName))).toEqual(new Set(away));
      await Promise.all(away.map((name) => plant().part(name).start()));
      const answered = async () => (await story().people.administrator.send(query)).errors;
      await expect.poll(answered, RECOVERY).toEqual([]);
      await plant().quiet();
    });
  });

  describe('while materials is away', () => {
    test('the rest of an answer comes, with an error that names it', async () => {
      await plant().part('materials').kill();
      const answer = await story().people.supervisor.send(ORDER);
      expect(answer.status).toBe(200);
      expect(answer.data).toEqual({
        workOrderByNumber: { number: BLADES, status: 'COMPLETED', serializedParts: null, allocations: null },
      });
      // both fields come with one request
      const path = ['workOrderByNumber'];
      expect(said(answer)).toEqual([{ path, code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'materials' }]);
    });

    test('/ready says so, and /health that the gateway lives', async () => {
      const ready = await story().nobody.fetch('/ready');
      expect(ready.status).toBe(503);
      const { checks } = (await ready.json()) as { checks: Record<string, string> };
      expect(checks.materials).toMatch(/^no answer/);
      expect(Object.entries(checks).filter(([, state]) => state !== 'ok')).toHaveLength(1);
      expect((await story().nobody.fetch('/health')).status).toBe(200);
    });

    test('what needs it is refused, and what does not is done', async () => {
      const { people } = story();
      const lot = {
        number: 'LOT-2',
        partNumber: 'BOLT-300',
        quantity: { value: '1', unit: 'EA' },
        locationCode: 'STORE',
      };
      const receipt = await people.handler.send(
        'mutation ($input: ReceiveMaterialInput!) { receiveMaterial(input: $input) { lot { id } } }',
        { input: lot },
      );
      expect(said(receipt)).toMatchObject([{ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'materials' }]);
      const order = { number: LATE, partNumber: 'BLADE-100', quantity: { value: '1', unit: 'EA' } };
      await people.planner.act('createWorkOrder', order);
      await people.planner.act('releaseWorkOrder', { id: (await theOrder(people.planner, LATE)).id });
    });

    test('it comes back, answers, and hears what happened meanwhile', async () => {
      const { people, nobody } = story();
      await plant().part('materials').start();
      await expect.poll(async () => (await people.supervisor.send(ORDER)).errors, RECOVERY).toEqual([]);
      expect((await nobody.fetch('/ready')).status).toBe(200);
      await plant().quiet();
      const serials = [{ serialNumber: 'BLADE-LATE' }];
      await people.operator.act('createSerials', { workOrderNumber: LATE, serials });
      await plant().quiet();
    });
  });

  describe('while auth is away', () => {
    test('who is signed in goes on, and nobody signs in', async () => {
      const { people, nobody } = story();
      await plant().part('auth').kill();
      expect(await theOrder(people.operator, LATE)).toMatchObject({ status: 'RELEASED' });
      const signIn = await nobody.send(
        'mutation { login(input: { username: "operator", password: "x" }) { accessToken } }',
      );
      expect(said(signIn)).toMatchObject([{ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'auth' }]);
    });

    test('it comes back with its keys: tokens of before are good', async () => {
      await plant().part('auth').start();
      const who = async () => (await story().people.operator.send('{ me { username } }')).data;
      await expect.poll(who, RECOVERY).toEqual({ me: { username: 'operator' } });
    });
  });

  describe('a part that cannot start', () => {
    test('says in sentences which settings are missing', async () => {
      const [equipment, gateway] = await Promise.all([
        runToEnd(['subgraphs/equipment/src/main.ts'], {}),
        runToEnd(['gateway/src/main.ts', '--supergraph', 'schema/supergraph.graphql'], {}),
      ]);
      expect(equipment).toEqual({
        code: 1,
        signal: null,
        output: [
          'equipment cannot start:',
          'DATABASE_URL is not set: it says where the role of this subgraph signs in.',
          'RELAY_DATABASE_URL is not set: it says where the role of the relay signs in.',
          'NATS_URL is not set: it says where NATS is.',
          '',
        ].join('\n'),
      });
      expect(gateway.code).toBe(1);
      expect(gateway.output).toMatch(/^AUTH_JWKS_URL is not set: .*\n$/);
    });

    test('says which secret is missing, and what does not answer', async () => {
      const env = plant().settingsOf('auth');
      const { MACHSHOP_SECRET_AUTH_KEY_ENCRYPTION: _secret, ...without } = env;
      const [auth, traceability] = await Promise.all([
        runToEnd(['subgraphs/auth/src/main.ts'], without),
        runToEnd(['subgraphs/traceability/src/main.ts'], {
          ...plant().settingsOf('traceability'),
          NATS_URL: 'nats://machshop:secret@127.0.0.1:9',
        }),
      ]);
      expect(auth.code).toBe(1);
      expect(auth.output).toContain('MACHSHOP_SECRET_AUTH_KEY_ENCRYPTION is not set');
      expect(traceability.code).toBe(1);
      expect(traceability.output).toContain('NATS at 127.0.0.1:9 does not answer');
      expect(traceability.output).not.toContain('secret');
    });
  });

  describe('the end', () => {
    test('of the gateway comes when what is under way is answered', async () => {
      const asked = Array.from({ length: 30 }, () => story().people.supervisor.send(ORDER));
      await Promise.race(asked);
      const began = performance.now();
      expect(await plant().part('gateway').stop()).toEqual({ code: 0, signal: null });
      expect(performance.now() - began).toBeLessThan(5_000);
      const answers = (await Promise.allSettled(asked)).flatMap((one) =>
        one.status === 'fulfilled' ? [one.value] : [],
      );
      expect(answers.length).toBeGreaterThan(0);
      expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    });

    test('comes in good order with SIGTERM, and leaves no process', async () => {
      expect(processesWith(plant().mark)).toHaveLength(plant().subgraphs.length);
      const ended = await plant().stopParts();
      for (const [name, how] of ended) expect({ name, ...how }).toEqual({ name, code: 0, signal: null });
      expect(processesWith(plant().mark)).toEqual([]);
    });
  });
}

/** The processes that have this text in their environment. */
function processesWith(text: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/environ`, 'utf8').includes(text);
      } catch {
        // it ended while we looked, or is not ours to look at
        return false;
      }
    });
}
