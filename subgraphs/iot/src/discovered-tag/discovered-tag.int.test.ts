import { OTHER_TENANT, persona, startTestPlant, type TestPlant } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subgraph } from '../subgraph.ts';
import { admin, id, operator, plain, reading, sayEquipment, sendBatch } from '../testing.ts';

const MACHINE = id(1);
const CODE = 'HURCO-02';

let plant: TestPlant;
beforeAll(async () => {
  plant = await startTestPlant({ subgraphs: [subgraph] });
  await sayEquipment(plant, MACHINE, CODE);
});
afterAll(() => plant?.close());

interface Tag {
  id: string;
  tag: string;
  held: number;
  readings: number;
  lastValue: string;
  equipment: { id: string } | null;
}

const tags = async (equipmentCode: string, viewer = operator, state = 'DISCOVERED') =>
  (
    await plant.run<{ discoveredTags: { nodes: Tag[] } }>(
      'iot',
      viewer,
      `query ($filter: DiscoveredTagFilter) { discoveredTags(first: 100, filter: $filter) {
        nodes { id tag held readings lastValue equipment { id } } } }`,
      { filter: { equipmentCode, state } },
    )
  ).discoveredTags.nodes;

interface Approved {
  approveDiscoveredTag: {
    sensor: {
      id: string;
      readings: { count: number; points: { outOfRange: boolean; quality: string }[] };
    } | null;
    errors: { code: string }[];
  };
}

const approve = (tag: string, more: Record<string, unknown> = {}, viewer = admin) =>
  plant.run<Approved>(
    'iot',
    viewer,
    `mutation ($input: ApproveDiscoveredTagInput!, $from: DateTime!, $to: DateTime!) {
      approveDiscoveredTag(input: $input) {
        sensor { id readings(from: $from, to: $to) { count points { outOfRange quality } } } errors { code } } }`,
    plain({
      input: { id: tag, parameter: 'load', ...more },
      from: new Date(Date.now() - 60_000),
      to: new Date(),
    }),
  );

const ago = (ms: number) => new Date(Date.now() - ms);

describe('a tag that nobody configured', () => {
  test('is shown with what came for it, and its approval moves that in, flagged by the range', async () => {
    await sendBatch(plant, {
      equipment: CODE,
      readings: [reading('load', ago(300), 10, 1), reading('load', ago(200), 500, 2)],
    });
    await sendBatch(plant, { equipment: CODE, readings: [reading('load', ago(100), 20, 3)] });
    await plant.idle();
    const [tag] = await tags(CODE);
    expect(tag).toMatchObject({
      tag: 'load',
      held: 3,
      readings: 3,
      lastValue: '20',
      equipment: { id: MACHINE },
    });
    const { approveDiscoveredTag } = await approve(tag?.id as string, { validMax: '100' });
    expect(approveDiscoveredTag.errors).toEqual([]);
    expect(approveDiscoveredTag.sensor?.readings.points.map(({ outOfRange }) => outOfRange)).toEqual([
      false,
      true,
      false,
    ]);
    expect(await tags(CODE)).toEqual([]);
    expect((await plant.events('iot.sensor.approved')).map(({ data }) => data.tag)).toContain('load');
    await sendBatch(plant, { equipment: CODE, readings: [reading('load', ago(10), 30, 4)] });
    await plant.idle();
    const again = await approve(tag?.id as string);
    expect(again.approveDiscoveredTag.sensor?.id).toBe(approveDiscoveredTag.sensor?.id);
    expect(again.approveDiscoveredTag.sensor?.readings.count).toBe(4);
  });

  test('of a machine that is not known waits until it is', async () => {
    await sendBatch(plant, { equipment: 'NEW-01', readings: [reading('x', ago(50), 1, 1)] });
    await plant.idle();
    const [tag] = await tags('NEW-01');
    expect(tag?.equipment).toBeNull();
    expect((await approve(tag?.id as string)).approveDiscoveredTag.errors).toEqual([
      { code: 'EQUIPMENT_UNKNOWN' },
    ]);
    await sayEquipment(plant, id(2), 'NEW-01');
    expect((await approve(tag?.id as string)).approveDiscoveredTag.sensor?.readings.count).toBe(1);
  });

  test('is approved by configuring its sensor too, and readings held meanwhile follow', async () => {
    await sendBatch(plant, { equipment: CODE, readings: [reading('feed', ago(90), 1, 10)] });
    await plant.idle();
    const { configureSensor } = await plant.run<{
      configureSensor: { sensor: { id: string; latest: { value: number } } };
    }>(
      'iot',
      admin,
      `mutation ($input: ConfigureSensorInput!) { configureSensor(input: $input) { sensor { id latest { value } } } }`,
      { input: { equipmentId: MACHINE, tag: 'feed', parameter: 'feed' } },
    );
    expect(configureSensor.sensor.latest.value).toBe(1);
    // as if ingest had looked before the approval was committed
    await plant.admin`insert into iot.held_readings (received_at, tag_number, tenant_id, time, seq, value, quality, marks)
      select now(), number, tenant_id, now(), 11, 2, 0, 1 from iot.discovered_tags where tag = 'feed'`;
    await plant.admin`update iot.discovered_tags set leftovers = true where tag = 'feed'`;
    await plant.idle();
    const [left] = await plant.admin`select count(*)::int as rows from iot.held_readings h
      join iot.discovered_tags t on t.number = h.tag_number where t.tag = 'feed'`;
    expect(left).toEqual({ rows: 0 });
    const [moved] = await plant.admin`select count(*)::int as rows from iot.readings r
      join iot.sensors s on s.series = r.series where s.tag = 'feed'`;
    expect(moved).toEqual({ rows: 2 });
  });

  test('that nobody wants is counted no more, and may be approved later', async () => {
    await sendBatch(plant, { equipment: CODE, readings: [reading('noise', ago(90), 1, 20)] });
    await plant.idle();
    const [tag] = await tags(CODE);
    const ignore = `mutation ($input: IgnoreDiscoveredTagInput!) { ignoreDiscoveredTag(input: $input) { discoveredTag { state } errors { code } } }`;
    const input = { id: tag?.id, reason: 'of no use' };
    const ignored = await plant.run('iot', admin, ignore, { input });
    expect(ignored).toEqual({ ignoreDiscoveredTag: { discoveredTag: { state: 'IGNORED' }, errors: [] } });
    await sendBatch(plant, { equipment: CODE, readings: [reading('noise', ago(80), 2, 21)] });
    await plant.idle();
    expect(await plant.events('iot.discovered-tag.ignored')).toMatchObject([
      { subject: tag?.id, data: { tag: 'noise', reason: 'of no use' } },
    ]);
    expect(await tags(CODE)).toEqual([]);
    expect((await tags(CODE, operator, 'IGNORED'))[0]).toMatchObject({ held: 1, readings: 1 });
    expect((await approve(tag?.id as string)).approveDiscoveredTag.sensor?.readings.count).toBe(1);
    const refused = await plant.run<{ ignoreDiscoveredTag: { errors: unknown[] } }>('iot', admin, ignore, {
      input: { id: tag?.id },
    });
    expect(refused.ignoreDiscoveredTag.errors).toEqual([{ code: 'ILLEGAL_TRANSITION' }]);
  });

  test('is nobody else’s: another tenant, another site, and an operator may not approve it', async () => {
    await sendBatch(plant, { equipment: CODE, readings: [reading('private', ago(90), 1, 30)] });
    await plant.idle();
    const [tag] = await tags(CODE);
    expect(await tags(CODE, persona('ADMINISTRATOR', { tenantId: OTHER_TENANT }))).toEqual([]);
    expect(await tags(CODE, persona('ADMINISTRATOR', { siteIds: [id(77)] }))).toEqual([]);
    const mutation = `mutation ($input: ApproveDiscoveredTagInput!) { approveDiscoveredTag(input: $input) { errors { code } } }`;
    const input = { input: { id: tag?.id, parameter: 'x' } };
    expect(await plant.refuse('iot', operator, mutation, input)).toEqual(['FORBIDDEN']);
  });
});

describe('a sensor', () => {
  const configure = (input: Record<string, unknown>) =>
    plant.run<{
      configureSensor: {
        sensor: { id: string; validMax: string } | null;
        errors: { code: string; path: string[] }[];
      };
    }>(
      'iot',
      admin,
      `mutation ($input: ConfigureSensorInput!) { configureSensor(input: $input) { sensor { id validMax } errors { code path } } }`,
      { input: { equipmentId: MACHINE, parameter: 'x', ...input } },
    );

  test('configured with the same id and content again is the same; what differs is changed and said', async () => {
    const first = await configure({ id: id(500), tag: 'same' });
    const again = await configure({ id: id(500), tag: 'same' });
    expect(again).toEqual(first);
    await configure({ tag: 'same', validMax: '5' });
    await plant.idle();
    const said = (await plant.events('iot.sensor.configured')).filter(({ data }) => data.tag === 'same');
    expect(said.map(({ data }) => data.change)).toMatchObject([
      { action: 'CREATE' },
      { action: 'UPDATE', old: { validMax: null }, new: { validMax: '5' } },
    ]);
  });

  test('with an id that is taken, a tag that is taken, an empty range, or an unknown machine is refused', async () => {
    await configure({ id: id(501), tag: 'one' });
    expect((await configure({ id: id(501), tag: 'two' })).configureSensor.errors).toMatchObject([
      { code: 'ID_TAKEN' },
    ]);
    expect((await configure({ id: id(502), tag: 'one' })).configureSensor.errors).toMatchObject([
      { code: 'TAG_TAKEN' },
    ]);
    expect((await configure({ tag: 'three', validMin: '2', validMax: '1' })).configureSensor.errors).toEqual([
      { code: 'RANGE_EMPTY', path: ['input', 'validMin'] },
    ]);
    expect((await configure({ equipmentId: id(999), tag: 'four' })).configureSensor.errors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
  });
});
