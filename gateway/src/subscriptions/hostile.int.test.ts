import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { persona } from '@machshop/testing';
import { type GraphQLArgument, type GraphQLField, isNonNullType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSupergraph } from '../compose/compose.ts';
import type { Gateway } from '../gateway.ts';
import { type AnyWatch, TRANSPORTS } from '../testing/live-sse.ts';
import { type LiveWorld, startLiveWorld } from '../testing/live-world.ts';

/** The plant's own graph: each Subscription field that there is. */
const SUPERGRAPH = readFileSync(join(import.meta.dirname, '../../../schema/supergraph.graphql'), 'utf8');
const { apiSchema, eventFields } = loadSupergraph(SUPERGRAPH);
const FIELDS = Object.values(apiSchema.getSubscriptionType()?.getFields() ?? {});
/** Fits into a subject, and is the id of nothing. */
const ODD_ID = '__proto__';
const HOSTILE = ['*', '>', 'x1.>', '*.x1', ' ', '', 'ö1', 'x1\u0000', '{tenant}', '%', ODD_ID];
/** The id, site and everything of what happens. */
const HONEST = 'x1';

let world: LiveWorld;
let gateway: Gateway;
let address: string;
beforeAll(async () => {
  world = await startLiveWorld();
  world.viewers.set('administrator', persona('ADMINISTRATOR'));
  gateway = await world.another({ source: { supergraph: SUPERGRAPH } });
  address = gateway.address as string;
});
afterAll(() => world?.close());

const isList = ({ type }: GraphQLArgument) => String(type).includes('[');

/** The subscription with its required arguments, and one that is put in place. */
function payloadOf({ name, args }: GraphQLField<unknown, unknown>, hostile?: GraphQLArgument, text = '') {
  const given = args.filter((argument) => argument === hostile || isNonNullType(argument.type));
  const valueFor = (argument: GraphQLArgument) => {
    const value = argument === hostile ? text : HONEST;
    return isList(argument) ? [value] : value;
  };
  const variables = given.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const values = given.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return {
    query: `subscription${variables && `(${variables})`} { ${name}${values && `(${values})`} { event } }`,
    variables: Object.fromEntries(given.map((argument) => [argument.name, valueFor(argument)])),
  };
}

const sourcesOf = (field: string) => eventFields.get(field)?.sources ?? [];

/** Something happens to x1 on each subject of a field, as far as a stream keeps it; gives how often. */
async function happen(field: string): Promise<number> {
  const kept = sourcesOf(field).filter(({ subject }) => subject.text.startsWith('mes.'));
  for (const { subject } of kept) {
    const [domain, entity, , ...rest] = subject.text
      .replace('mes.{tenant}.', '')
      .replaceAll(/\{[^}]+\}/g, '*')
      .split('.');
    const event = rest[0] === undefined || rest[0] === '>' ? 'happened' : rest[0];
    await world.say(`${domain}.${entity}.${HONEST}.${event}`, `${domain}.${entity}.${event}`, {
      siteId: HONEST,
    });
  }
  return kept.length;
}

/** What has happened, and not the present state. */
const heardBy = ({ received }: AnyWatch, field: string) =>
  received.filter(({ data }) => (data?.[field] as { event: string | null } | null)?.event != null).length;

/** Whether an argument is part of a subject. */
const fillsSubject = (field: string, argument: string) =>
  sourcesOf(field).some(({ subject }) => subject.args.includes(argument));

describe.each(TRANSPORTS)('over %s', (_name, watch) => {
  test.each(FIELDS.map((field) => [field.name, field] as const))(
    '%s lets nothing through for arguments that hold wildcards, dots or anything odd',
    async (name, field) => {
      const honest = watch(address, 'administrator', payloadOf(field));
      const hostile = field.args.flatMap((argument) =>
        HOSTILE.map((text) => ({
          argument: argument.name,
          text,
          watch: watch(address, 'administrator', payloadOf(field, argument, text)),
        })),
      );
      await sleep(300);
      const count = await happen(name);
      if (count > 0) await expect.poll(() => heardBy(honest, name), { timeout: 5_000 }).toBeGreaterThan(0);
      await sleep(100);
      for (const one of hostile) {
        const at = `${one.argument}: ${JSON.stringify(one.text)}`;
        expect(heardBy(one.watch, name), at).toBe(0);
        if (fillsSubject(name, one.argument) && one.text !== ODD_ID)
          expect(await one.watch.ended, at).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
        one.watch.stop();
      }
      honest.stop();
    },
  );
});
