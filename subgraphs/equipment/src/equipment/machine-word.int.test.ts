import { iotEvents } from '@machshop/schema/events/iot.ts';
import { OTHER_TENANT, persona, startTestPlant, TEST_SITE, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';

const maintenance = persona('MAINTENANCE_TECHNICIAN');
const SENSOR = '01900000-0000-7000-8000-0000000000aa';

/** How far the server's clock was put on. */
let aheadMs = 0;
const serverNow = () => new Date(Date.now() + aheadMs);

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph], now: serverNow });
});
afterAll(() => plant?.close());

async function machine(code: string): Promise<string> {
  const { createEquipment } = await plant.run<{ createEquipment: { equipment: { id: string } } }>(
    'equipment',
    persona('ADMINISTRATOR'),
    `mutation ($center: CreateWorkCenterInput!, $machine: CreateEquipmentInput!) {
      createWorkCenter(input: $center) { errors { code } }
      createEquipment(input: $machine) { equipment { id } errors { code } } }`,
    {
      center: { siteId: TEST_SITE, code: `WC-${code}`, name: code, area: 'milling' },
      machine: { workCenterCode: `WC-${code}`, code, name: code },
    },
  );
  return createEquipment.equipment.id;
}

interface Seen {
  readonly status: string;
  readonly statusSource: string;
  readonly statusReason: string | null;
  readonly machineStatus: string | null;
  readonly machineStatusSince: string | null;
  readonly log: { readonly nodes: readonly { readonly kind: string; readonly statusTo: string }[] };
}

async function see(id: string): Promise<Seen> {
  const { equipment } = await plant.run<{ equipment: Seen }>(
    'equipment',
    maintenance,
    `query ($id: ID!) { equipment(id: $id) { status statusSource statusReason machineStatus machineStatusSince
      log(first: 20) { nodes { kind statusTo } } } }`,
    { id },
  );
  return equipment;
}

type Status = 'AVAILABLE' | 'IN_USE' | 'DOWN' | 'UNKNOWN';

/** What iot derives from the machine's state tag. */
async function derive(
  id: string,
  to: Status,
  occurredAt: Date,
  eventId?: string,
  tenantId?: string,
): Promise<void> {
  const entity = { __typename: 'Equipment' as const, id };
  await plant.say(iotEvents['equipment-state.derived'], {
    id,
    ...(eventId ? { eventId } : {}),
    ...(tenantId ? { tenantId } : {}),
    siteId: TEST_SITE,
    data: {
      equipment: entity,
      equipmentCode: 'EQ',
      workCenterCode: 'WC',
      siteId: TEST_SITE,
      sensor: { __typename: 'Sensor', id: SENSOR },
      tag: 'State',
      state: to === 'UNKNOWN' ? '' : to,
      from: null,
      to,
      occurredAt: occurredAt.toISOString(),
      change: { action: 'UPDATE', entity, old: null, new: { status: to }, reason: null },
    },
  });
  await plant.idle();
}

const change = (id: string, status: string, reason?: string) =>
  plant.run<{ changeEquipmentStatus: { errors: unknown[] } }>(
    'equipment',
    maintenance,
    'mutation ($input: ChangeEquipmentStatusInput!) { changeEquipmentStatus(input: $input) { errors { code message } } }',
    { input: { id, status, ...(reason ? { reason } : {}) } },
  );

const later = (seconds: number) => new Date(serverNow().getTime() - 3_600_000 + seconds * 1000);
const downtimesOf = async (id: string) =>
  (await plant.events()).filter(
    ({ type, data }) => type.includes('downtime') && (data.equipment as { id: string }).id === id,
  );

describe('a machine that says its own state', () => {
  test('has it as its status, and was down exactly from its word to its next, by the machine’s time', async () => {
    const id = await machine('EQ-1');
    const made = serverNow().getTime();
    aheadMs += 60_000;
    const [down, up] = [new Date(made + 5_000), new Date(made + 17_250)];
    await derive(id, 'DOWN', down);
    expect(await see(id)).toMatchObject({ status: 'DOWN', statusSource: 'MACHINE', machineStatus: 'DOWN' });
    await derive(id, 'AVAILABLE', up);
    expect(await see(id)).toMatchObject({ status: 'AVAILABLE', statusSource: 'MACHINE' });
    const [startedAt, endedAt] = [down.toISOString(), up.toISOString()];
    expect(await downtimesOf(id)).toMatchObject([
      { type: 'equipment.equipment.downtime', data: { occurredAt: startedAt, reason: 'State says DOWN' } },
      {
        type: 'equipment.equipment.downtime-ended',
        data: { startedAt, endedAt, durationSeconds: 12.25, reason: 'State says DOWN' },
      },
    ]);
  });

  test('by a clock that is an hour ahead is believed from now on, and is not deaf until then', async () => {
    const id = await machine('EQ-7');
    const before = serverNow().getTime();
    await derive(id, 'DOWN', new Date(before + 3_600_000));
    const heard = await see(id);
    expect(heard).toMatchObject({ status: 'DOWN', machineStatus: 'DOWN' });
    const since = Date.parse(heard.machineStatusSince ?? '');
    expect(since).toBeGreaterThanOrEqual(before);
    expect(since).toBeLessThanOrEqual(serverNow().getTime());
    aheadMs += 60_000;
    const up = new Date(since + 30_000);
    await derive(id, 'AVAILABLE', up);
    expect(await see(id)).toMatchObject({ status: 'AVAILABLE', machineStatusSince: up.toISOString() });
    const [, ended] = await downtimesOf(id);
    expect(ended?.data).toMatchObject({ endedAt: up.toISOString(), durationSeconds: 30 });
  });

  test('twice by the same event has said it once', async () => {
    const id = await machine('EQ-2');
    const at = new Date(serverNow().getTime() + 100);
    const eventId = crypto.randomUUID();
    await derive(id, 'DOWN', at, eventId);
    await derive(id, 'DOWN', at, eventId);
    const { log } = await see(id);
    expect(log.nodes.filter(({ statusTo }) => statusTo === 'DOWN')).toHaveLength(1);
    expect(await downtimesOf(id)).toHaveLength(1);
  });

  test('does not end what a person said of one that may not be used; its report is kept', async () => {
    const id = await machine('EQ-3');
    await change(id, 'DOWN', 'spindle');
    await derive(id, 'IN_USE', new Date(serverNow().getTime() + 100));
    const seen = await see(id);
    expect(seen).toMatchObject({ status: 'DOWN', statusSource: 'PERSON', machineStatus: 'IN_USE' });
    expect(seen.log.nodes.map(({ kind }) => kind)).toContain('MACHINE_REPORT');
    expect(await downtimesOf(id)).toHaveLength(1);
  });

  test('too late is told in the log and changes nothing', async () => {
    const id = await machine('EQ-4');
    await derive(id, 'IN_USE', new Date(serverNow().getTime() + 100));
    await derive(id, 'DOWN', later(0));
    const seen = await see(id);
    expect(seen).toMatchObject({ status: 'IN_USE', machineStatus: 'IN_USE' });
    expect(seen.log.nodes.map(({ kind }) => kind)).toContain('MACHINE_REPORT');
  });

  test('that is not heard any more is UNKNOWN, but one that is down stays down', async () => {
    const id = await machine('EQ-5');
    await derive(id, 'IN_USE', new Date(serverNow().getTime() + 50));
    await derive(id, 'UNKNOWN', new Date(serverNow().getTime() + 100));
    expect(await see(id)).toMatchObject({ status: 'UNKNOWN', statusSource: 'MACHINE' });
    await derive(id, 'DOWN', new Date(serverNow().getTime() + 150));
    await derive(id, 'UNKNOWN', new Date(serverNow().getTime() + 200));
    expect(await see(id)).toMatchObject({ status: 'DOWN' });
  });

  test('of another tenant is not the one of this', async () => {
    const id = await machine('EQ-6');
    await derive(id, 'DOWN', new Date(serverNow().getTime() + 100), undefined, OTHER_TENANT);
    expect(await see(id)).toMatchObject({ status: 'AVAILABLE', machineStatus: null });
  });
});
