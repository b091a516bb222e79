import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Fault, InfluxServer } from '../testing/influx-server.ts';
import { InfluxConnection, InfluxUnavailable } from './connection.ts';

const FLUX = 'from(bucket: "machshop_raw") |> range(start: -1h)';
const CSV = [
  '#datatype,string,long,double',
  '#group,false,false,false',
  '#default,_result,,',
  ',result,table,value',
  ',,0,1',
  ',,0,2',
  '',
].join('\r\n');
const FAILED = [
  '#datatype,string,string',
  '#group,true,true',
  '#default,,',
  ',error,reference',
  ',the memory of this query is used up,897',
  '',
].join('\r\n');

describe('a query', () => {
  const server = new InfluxServer();
  const waits: number[] = [];
  const connect = (token: string, org = server.org) =>
    new InfluxConnection({
      url: server.url,
      token,
      org,
      timeoutMs: 2_000,
      sleep: async (ms) => void waits.push(ms),
    });
  let connection: InfluxConnection;
  beforeAll(async () => {
    await server.start();
    connection = connect(server.token);
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    waits.length = 0;
    server.faults.length = 0;
    server.answers.length = 0;
    server.requests = 0;
  });
  const ask = (using = connection) => using.query<{ value: number }>(FLUX);
  const values = async () => (await ask()).map(({ value }) => value);

  test('with a wrong token is refused at once, and the token is in no part of the error', async () => {
    const error = await ask(connect('a-wrong-secret')).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'InfluxUnavailable', code: 'SERVICE_UNAVAILABLE' });
    for (let at = error; at instanceof Error; at = at.cause)
      expect(JSON.stringify([at.message, at.stack, { ...at }])).not.toContain('a-wrong-secret');
    expect([server.requests, waits]).toEqual([1, []]);
  });

  test('of a bucket that is not there is for the operator to mend: not tried again', async () => {
    server.faults.push({ status: 404 });
    await expect(ask()).rejects.toThrow('InfluxDB: a query: played 404');
    expect([server.requests, waits]).toEqual([1, []]);
  });

  test('is asked again after the pause that 429 asks for, and given up where it asks for a long one', async () => {
    server.faults.push({ status: 429, headers: { 'retry-after': '2' } });
    server.answers.push(CSV);
    expect(await values()).toEqual([1, 2]);
    expect(waits).toEqual([2_000]);
    server.faults.push({ status: 429, headers: { 'retry-after': '120' } });
    await expect(ask()).rejects.toBeInstanceOf(InfluxUnavailable);
    expect(waits).toEqual([2_000]);
  });

  test('is asked again after 503, four times in all', async () => {
    server.faults.push({ status: 503 });
    server.answers.push(CSV);
    expect(await values()).toEqual([1, 2]);
    expect(waits).toEqual([250]);
    server.faults.push(...Array.from({ length: 4 }, (): Fault => ({ status: 503 })));
    await expect(ask()).rejects.toBeInstanceOf(InfluxUnavailable);
    expect(server.requests).toBe(6);
  });

  test('whose answer is cut within is asked again, and no row of the half answer is given', async () => {
    server.faults.push('CUT_WITHIN');
    server.answers.push(CSV, CSV);
    expect(await values()).toEqual([1, 2]);
    expect(server.requests).toBe(2);
    server.faults.push(...Array.from({ length: 4 }, (): Fault => 'CUT_WITHIN'));
    server.answers.push(CSV, CSV, CSV, CSV);
    await expect(ask()).rejects.toBeInstanceOf(InfluxUnavailable);
  });

  test('that fails while it is answered is no row', async () => {
    server.answers.push(FAILED);
    await expect(ask()).rejects.toThrow('InfluxDB: a query: the memory of this query is used up');
    server.answers.push(`${CSV}\r\n${FAILED}`);
    await expect(ask()).rejects.toBeInstanceOf(InfluxUnavailable);
  });
});
