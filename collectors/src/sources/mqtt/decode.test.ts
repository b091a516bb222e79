import { describe, expect, it } from 'vitest';
import { type MqttSubscription, mqttSource } from '../../config/mqtt.ts';
import { decodeMessage } from './decode.ts';
import { topicTemplate } from './topic.ts';

const ARRIVED = Date.parse('2026-02-03T04:05:06.789Z');

const subscription = (more: object = {}): MqttSubscription =>
  mqttSource.parse({
    name: 'x',
    type: 'mqtt',
    url: 'mqtt://b',
    subscriptions: [
      {
        topic: 'sensors/environment/{cell}/{parameter}',
        equipment: { area: 'environment', workCenter: '{cell}', equipment: 'env-{cell}' },
        tag: '{parameter}',
        payload: { type: 'json', value: 'value', time: 'timestamp', quality: 'quality' },
        ...more,
      },
    ],
  }).subscriptions[0] as MqttSubscription;

const decode = (payload: string, more: object = {}) => {
  const one = subscription(more);
  const variables = topicTemplate(one.topic).match('sensors/environment/cell 1/temperature');
  return decodeMessage(one, variables ?? {}, Buffer.from(payload), ARRIVED);
};

describe('topic templates', () => {
  it('subscribe with wildcards and name the levels', () => {
    const template = topicTemplate('a/{b}/c/{rest*}');
    expect(template.filter).toBe('a/+/c/#');
    expect(template.match('a/1/c/2/3')).toEqual({ b: '1', rest: '2/3' });
    expect(template.match('a/1/d/2')).toBeNull();
    expect(topicTemplate('a/{b}').match('a/1/2')).toBeNull();
  });
});

describe('decoding an MQTT message', () => {
  it('reads value, time and unit of the sensor, with the digits as they were sent', () => {
    expect(
      decode(
        '{"sensor_id":"ENV-001","value":22.50,"unit":"°C","timestamp":"2025-10-15T12:30:00.1234567+02:00","quality":"GOOD"}',
      ),
    ).toEqual({
      readings: [
        {
          at: { area: 'environment', workCenter: 'cell_1', equipment: 'env-cell_1' },
          tag: 'temperature',
          sourceTime: '2025-10-15T10:30:00.1234567Z',
          value: 22.5,
          literal: '22.50',
          quality: 'GOOD',
        },
      ],
      timed: true,
    });
  });

  it.each([
    ['1760524200', '2025-10-15T10:30:00Z'],
    ['1760524200.25', '2025-10-15T10:30:00.25Z'],
    ['1760524200123', '2025-10-15T10:30:00.123Z'],
    ['1760524200123456', '2025-10-15T10:30:00.123456Z'],
    ['1760524200123456789', '2025-10-15T10:30:00.123456789Z'],
  ])('reads the epoch time %s', (time, iso) => {
    expect(decode(`{"value":1,"timestamp":${time},"quality":192}`)).toMatchObject({
      readings: [{ sourceTime: iso, quality: 'GOOD' }],
    });
  });

  it('takes the time of arrival and doubts the reading when its time is missing or wrong', () => {
    expect(decode('{"value":1,"timestamp":"yesterday","quality":"GOOD"}')).toMatchObject({
      readings: [{ sourceTime: '2026-02-03T04:05:06.789Z', quality: 'UNCERTAIN' }],
      timed: false,
    });
  });

  it('keeps a reading that says it is bad, also without a value', () => {
    expect(decode('{"value":null,"timestamp":1760524200,"quality":"GOOD"}')).toMatchObject({
      readings: [{ value: null, quality: 'BAD' }],
    });
  });

  it('makes a tag of every plain field when asked', () => {
    const payload = { type: 'json', fields: '*', time: 'ts' };
    expect(decode('{"ts":1760524200,"t":21,"h":55.0,"door":true,"more":{}}', { payload })).toMatchObject({
      readings: [
        { tag: 'temperature.t', value: 21 },
        { tag: 'temperature.h', value: 55, literal: '55.0' },
        { tag: 'temperature.door', value: true },
      ],
    });
  });

  it.each([
    ['12.340', { value: 12.34, literal: '12.340' }],
    ['true', { value: true }],
    ['RUNNING', { value: 'RUNNING' }],
    ['007', { value: '007' }],
    ['1e400', { value: '1e400' }],
  ])('reads the plain payload %s', (text, expected) => {
    expect(decode(text, { payload: { type: 'plain' } })).toMatchObject({
      readings: [expected],
      timed: false,
    });
  });

  it.each([['{"value":'], ['{"other":1}'], ['[]'], ['']])('says what is wrong with %j', (payload) => {
    expect(decode(payload)).toEqual({ problem: expect.any(String) });
  });

  it('does not read inherited properties of objects', () => {
    expect(
      decode('{"a":1}', { payload: { type: 'json', value: '__proto__.constructor.name' } }),
    ).toHaveProperty('problem');
  });
});
