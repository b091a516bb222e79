import { OTHER_TENANT, persona } from '@machshop/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { V7_SCHEDULE } from '../b2mml/samples.ts';
import { RECEIVE, receivingPlant, schedule } from '../testing/receive-client.ts';

let at: Awaited<ReturnType<typeof receivingPlant>>;
beforeAll(async () => {
  at = await receivingPlant();
});
afterAll(() => at?.plant.close());

describe('a schedule', () => {
  test('is kept as it came and handed on with its requests', async () => {
    const xml = schedule('A');
    const { outcome, message, errors } = await at.receive(xml);
    expect({ outcome, errors }).toEqual({ outcome: 'ACCEPTED', errors: [] });
    expect(message).toMatchObject({ state: 'RECEIVED', kind: 'SCHEDULE', externalId: 'A', content: xml });
    await at.plant.idle();
    const [event] = await at.plant.events('integration.production-schedule.received');
    expect(event?.data).toMatchObject({
      message: { id: message?.id },
      requests: [{ requestId: 'REQ-A', partNumber: 'BLADE-TF39-001', quantity: { value: '10', unit: 'EA' } }],
    });
  });

  test('of V7 in a transaction is known by its BODID', async () => {
    expect(await at.receive(V7_SCHEDULE)).toMatchObject({
      outcome: 'ACCEPTED',
      message: { externalId: 'BOD-77', kind: 'SCHEDULE' },
    });
  });

  test('again changes nothing and answers with the first', async () => {
    const first = await at.receive(schedule('B'));
    const second = await at.receive(schedule('B'));
    expect(second).toMatchObject({ outcome: 'DUPLICATE', errors: [], message: { id: first.message?.id } });
    await at.plant.idle();
    expect(await at.eventsOf(first.message?.id)).toEqual([
      'integration.message.received',
      'integration.production-schedule.received',
    ]);
  });

  test('from ten senders at once is one message', async () => {
    const receipts = await Promise.all(Array.from({ length: 10 }, () => at.receive(schedule('C'))));
    expect(new Set(receipts.map(({ message }) => message?.id)).size).toBe(1);
    expect(receipts.filter(({ outcome }) => outcome === 'ACCEPTED')).toHaveLength(1);
    await at.plant.idle();
    expect(await at.eventsOf(receipts[0]?.message?.id)).toHaveLength(2);
  });

  test('of a known id with other content is kept, rejected with MESSAGE_ID_REUSED, and the first stays', async () => {
    const first = await at.receive(schedule('D'));
    const other = await at.receive(schedule('D').replace('>10<', '>11<'));
    expect(other).toMatchObject({
      outcome: 'REJECTED',
      message: { state: 'REJECTED', errors: [{ rule: 'MESSAGE_ID_REUSED' }] },
      errors: [{ __typename: 'MessageRejectedError', code: 'MESSAGE_REJECTED' }],
    });
    expect(other.message?.id).not.toBe(first.message?.id);
    expect((await at.load(first.message?.id)).state).toBe('RECEIVED');
  });

  test('of one id with ten contents at once is taken once', async () => {
    const receipts = await Promise.all(
      Array.from({ length: 10 }, (_, n) => at.receive(schedule('E').replace('>10<', `>${20 + n}<`))),
    );
    expect(receipts.filter(({ outcome }) => outcome === 'ACCEPTED')).toHaveLength(1);
    expect(receipts.filter(({ message }) => message?.errors[0]?.rule === 'MESSAGE_ID_REUSED')).toHaveLength(
      9,
    );
  });

  test('with errors is kept with line, element and rule, makes nothing, and says so each time', async () => {
    const bad = schedule('F').replace('>10<', '>ten<').replace('2025-10-20', '2025-09-20');
    const { outcome, message, errors } = await at.receive(bad);
    expect({ outcome, errors }).toEqual({
      outcome: 'REJECTED',
      errors: [{ __typename: 'MessageRejectedError', code: 'MESSAGE_REJECTED' }],
    });
    expect(message).toMatchObject({ state: 'REJECTED', content: bad });
    expect(message?.errors.map(({ rule }) => rule).sort()).toEqual([
      'END_BEFORE_START',
      'QUANTITY_NOT_A_DECIMAL',
    ]);
    expect(message?.errors.every(({ line, element }) => line > 0 && element !== '')).toBe(true);
    expect(await at.receive(bad)).toMatchObject({
      outcome: 'DUPLICATE',
      errors: [{ code: 'MESSAGE_REJECTED' }],
    });
    await at.plant.idle();
    expect(await at.eventsOf(message?.id)).toEqual([
      'integration.message.received',
      'integration.message.rejected',
    ]);
  });

  test('that was rejected may come corrected under the same id', async () => {
    await at.receive(schedule('G').replace('>10<', '>ten<'));
    expect(await at.receive(schedule('G'))).toMatchObject({
      outcome: 'ACCEPTED',
      message: { externalId: 'G' },
    });
  });

  test('of an unknown part and revision is rejected where it names them', async () => {
    const { message } = await at.receive(schedule('H').replace('BLADE-TF39-001', 'NOTHING'));
    expect(message?.errors).toEqual([
      { line: 6, element: 'ProductionSchedule/ProductionRequest', rule: 'PART_UNKNOWN' },
    ]);
    const revision = await at.receive(V7_SCHEDULE.replace('BOD-77', 'BOD-78').replace('>D<', '>Z<'));
    expect(revision.message?.errors).toMatchObject([{ rule: 'REVISION_UNKNOWN' }]);
  });

  test('of a part that was published a moment before waits for the news', async () => {
    const late = at.receive(schedule('I').replace('BLADE-TF39-001', 'LATE'));
    await at.publish(3, 'LATE', 'A');
    expect(await late).toMatchObject({ outcome: 'ACCEPTED' });
  });
});

describe('a message', () => {
  test('in another encoding is kept byte by byte and read by its declaration', async () => {
    const xml = schedule('L')
      .replace('UTF-8', 'ISO-8859-1')
      .replace('Turbine Blade Manufacturing', 'Schaufel für die Turbine');
    const contentBase64 = Buffer.from(xml, 'latin1').toString('base64');
    const { outcome, message } = await at.receiveInput({ contentBase64 });
    expect({ outcome, content: message?.content }).toEqual({ outcome: 'ACCEPTED', content: xml });
    const bad = Buffer.from(schedule('M').replace('Blade', 'Bläde'), 'latin1').toString('base64');
    const rejected = await at.receiveInput({ contentBase64: bad });
    expect(rejected.message).toMatchObject({
      kind: 'UNKNOWN',
      content: null,
      errors: [{ rule: 'ENCODING_INVALID' }],
    });
  });

  test('that is no XML at all, empty, or holds a zero byte is kept and rejected', async () => {
    for (const xml of ['hello', '', '<a>\0</a>', '<ProductionSchedule>']) {
      const { outcome, message } = await at.receive(xml);
      expect({ outcome, content: message?.content }).toEqual({ outcome: 'REJECTED', content: xml });
      expect(await at.receive(xml)).toMatchObject({ outcome: 'DUPLICATE', message: { id: message?.id } });
    }
  });

  test('over the size limit is refused and not kept', async () => {
    const receipt = await at.receive(' '.repeat(8 * 1024 * 1024 + 1));
    expect(receipt).toEqual({
      outcome: null,
      message: null,
      errors: [{ __typename: 'InvalidInputError', code: 'MESSAGE_TOO_LARGE' }],
    });
  });

  test('is for those who may send; others get FORBIDDEN or UNAUTHENTICATED', async () => {
    const input = { input: { xml: schedule('N') } };
    expect(await at.plant.refuse('integration', persona('OPERATOR'), RECEIVE, input)).toEqual(['FORBIDDEN']);
    expect(await at.plant.refuse('integration', undefined, RECEIVE, input)).toEqual(['UNAUTHENTICATED']);
  });

  test('of one tenant is not there for another, who may send the same', async () => {
    const message = (await at.receive(schedule('O'))).message?.id;
    const stranger = persona('INTEGRATION', { tenantId: OTHER_TENANT });
    const answer = await at.plant.run(
      'integration',
      stranger,
      `query ($id: ID!, $r: [_Any!]!) {
        integrationMessage(id: $id) { id }
        integrationMessageByExternalId(externalId: "O") { id }
        integrationMessages(first: 5) { nodes { id } }
        _entities(representations: $r) { __typename }
      }`,
      { id: message, r: [{ __typename: 'IntegrationMessage', id: message }] },
    );
    expect(answer).toEqual({
      integrationMessage: null,
      integrationMessageByExternalId: null,
      integrationMessages: { nodes: [] },
      _entities: [null],
    });
    const own = await at.receiveInput({ xml: schedule('O') }, stranger);
    expect(own.message?.errors).toMatchObject([{ rule: 'PART_UNKNOWN' }]);
  });
});
