import { describe, expect, it } from 'vitest';
import { mqttSource } from '../../config/mqtt.ts';
import { SparkplugDecoder } from './sparkplug.ts';
import { encodeSparkplug } from './sparkplug-codec.ts';

const ARRIVED = Date.parse('2026-02-03T04:05:06.789Z');
const SENT = '2025-10-15T10:30:00.123Z';
/** Payloads as an edge node sent them. */
const NBIRTH =
  '08bbd1adbb9e33120b0a05626453657120085803121a0a144e6f646520436f6e74726f6c2f52656269727468200b7000121a0a0848756d6964697479100a18bbd1adbb9e332009653333254212180a05546f74616c100b18bbd1adbb9e3320075880d0acf30e12190a064f6666736574100c18bbd1adbb9e33200250fbffffff0f121b0a03426967100d18bbd1adbb9e33200858ffffffffffffffffff011800';
const DBIRTH =
  '08bbd1adbb9e3312210a0b54656d7065726174757265101418bbd1adbb9e33200a69000000000080364012160a055374617465101518bbd1adbb9e33200c7a024f4b12190a0553696e6365101618bbd1adbb9e33200d58bbd1adbb9e331801';
/** By alias and, as Sparkplug 3 allows, without a type: temperature 23.25, sequence number 2. */
const DDATA = '08a3d9adbb9e331212101418a3d9adbb9e336900000000004037401802';
const NDEATH = '08bbd1adbb9e33120b0a05626453657120085803';

const options = mqttSource.parse({
  name: 's',
  type: 'mqtt',
  url: 'mqtt://b',
  sparkplug: { equipment: { area: '{group}', workCenter: '{node}', equipment: '{device}' } },
}).sparkplug;

const decoder = () => new SparkplugDecoder(options as NonNullable<typeof options>);
const take = (one: SparkplugDecoder, type: string, hex: string) => {
  const device = type.startsWith('D') ? '/probe' : '';
  return one.take(`spBv1.0/plant/${type}/node${device}`, Buffer.from(hex, 'hex'), ARRIVED);
};
const values = ({ readings }: ReturnType<typeof take>) => readings.map(({ tag, value }) => [tag, value]);

/** The same payload with another sequence number (the last byte). */
const withSeq = (hex: string, seq: number) => hex.slice(0, -2) + seq.toString(16).padStart(2, '0');

describe('following a Sparkplug B edge node from recorded bytes', () => {
  it('reads the births of node and device, and data by alias without a type', () => {
    const one = decoder();
    const birth = take(one, 'NBIRTH', NBIRTH);
    expect(birth).toMatchObject({ rebirth: null, problems: [] });
    expect(values(birth)).toEqual([
      ['Humidity', 41.3],
      ['Total', 4_000_000_000],
      ['Offset', -5],
      ['Big', Number('18446744073709551615')],
    ]);
    expect(birth.readings[3]?.literal).toBe('18446744073709551615');
    expect(birth.readings[0]).toMatchObject({
      at: { area: 'plant', workCenter: 'node', equipment: 'node' },
      sourceTime: SENT,
      quality: 'GOOD',
    });
    expect(values(take(one, 'DBIRTH', DBIRTH))).toEqual([
      ['Temperature', 22.5],
      ['State', 'OK'],
      ['Since', SENT],
    ]);
    expect(take(one, 'DDATA', DDATA)).toMatchObject({
      readings: [
        {
          tag: 'Temperature',
          value: 23.25,
          sourceTime: '2025-10-15T10:30:01.123Z',
          at: { equipment: 'probe' },
        },
      ],
      rebirth: null,
      problems: [],
    });
  });

  it('asks for a rebirth when it did not see the birth', () => {
    const result = take(decoder(), 'DDATA', DDATA);
    expect(result.readings).toEqual([]);
    expect(result.rebirth).toMatchObject({ group: 'plant', node: 'node' });
  });

  it('asks for a rebirth when a number of the sequence is missing, and keeps what came', () => {
    const one = decoder();
    take(one, 'NBIRTH', NBIRTH);
    take(one, 'DBIRTH', DBIRTH);
    const gap = take(one, 'DDATA', withSeq(DDATA, 4));
    expect(gap).toMatchObject({ readings: [{ value: 23.25 }], rebirth: { node: 'node' } });
    expect(gap.problems).toEqual(['sequence 4 where 2 was expected']);
    expect(take(one, 'DDATA', withSeq(DDATA, 5))).toMatchObject({ rebirth: null, problems: [] });
  });

  it('counts the sequence from 255 on to 0', () => {
    const one = decoder();
    take(one, 'NBIRTH', NBIRTH);
    take(one, 'DBIRTH', DBIRTH);
    for (let seq = 2; seq <= 127; seq++) expect(take(one, 'DDATA', withSeq(DDATA, seq)).problems).toEqual([]);
    const long = (seq: number) => `${DDATA.slice(0, -2)}${(seq | 0x80).toString(16)}01`;
    for (let seq = 128; seq <= 255; seq++) expect(take(one, 'DDATA', long(seq & 0x7f)).problems).toEqual([]);
    expect(take(one, 'DDATA', withSeq(DDATA, 0)).problems).toEqual([]);
  });

  it('makes every tag BAD at the death of its node, but not at the will of an earlier life', () => {
    const one = decoder();
    take(one, 'NBIRTH', NBIRTH);
    take(one, 'DBIRTH', DBIRTH);
    expect(take(one, 'NDEATH', `${NDEATH.slice(0, -2)}02`).readings).toEqual([]);
    const death = take(one, 'NDEATH', NDEATH);
    expect(death.readings).toHaveLength(7);
    for (const reading of death.readings) {
      expect(reading).toMatchObject({ value: null, quality: 'BAD', sourceTime: '2026-02-03T04:05:06.789Z' });
    }
    expect(take(one, 'DDATA', DDATA).rebirth).not.toBeNull();
  });

  it('says what is no payload, and leaves out topics that are none of a node', () => {
    expect(take(decoder(), 'NBIRTH', '0aff').poison).toMatch(/^is no Sparkplug payload/);
    expect(decoder().take('spBv1.0/STATE/host', Buffer.from('{}'), ARRIVED)).toEqual({
      readings: [],
      isBirth: false,
      rebirth: null,
      problems: [],
      poison: null,
    });
  });

  it('marks what a node kept while it was away as of the past, with its own time', () => {
    const one = decoder();
    take(one, 'NBIRTH', NBIRTH);
    const past = {
      name: 'Humidity',
      alias: 16,
      type: 'Float' as const,
      value: 40,
      timestamp: 1_760_524_000_000,
    };
    const payload = encodeSparkplug({
      timestamp: 1_760_524_201_000,
      seq: 1,
      metrics: [
        { ...past, isHistorical: true },
        { ...past, value: 44, timestamp: 1_760_524_201_000 },
      ],
    });
    const { readings } = one.take('spBv1.0/plant/NDATA/node', payload, ARRIVED);
    expect(readings).toMatchObject([
      { tag: 'Humidity', value: 40, sourceTime: '2025-10-15T10:26:40.000Z', historical: true },
      { tag: 'Humidity', value: 44, sourceTime: '2025-10-15T10:30:01.000Z' },
    ]);
    expect(readings[1]).not.toHaveProperty('historical');
  });

  it('makes only the tags of a device BAD at the death of that device, and tells them again at its birth', () => {
    const one = decoder();
    take(one, 'NBIRTH', NBIRTH);
    expect(take(one, 'DBIRTH', DBIRTH).isBirth).toBe(true);
    const death = encodeSparkplug({ timestamp: 1_760_524_202_000, seq: 2, metrics: [] });
    const { readings, rebirth } = one.take('spBv1.0/plant/DDEATH/node/probe', death, ARRIVED);
    expect(rebirth).toBeNull();
    expect(readings.map(({ tag, value, quality, sourceTime }) => [tag, value, quality, sourceTime])).toEqual(
      ['Temperature', 'State', 'Since'].map((tag) => [tag, null, 'BAD', '2025-10-15T10:30:02.000Z']),
    );
    expect(values(take(one, 'DBIRTH', withSeq(DBIRTH, 3)))).toHaveLength(3);
  });
});
