import { ACTOR_KINDS } from '@machshop/auth';
import type { EventDefinition } from '@machshop/schema/events/define.ts';
import { stringify } from 'yaml';
import { z } from 'zod';

const text = { type: 'string' };
const uuid = { type: 'string', format: 'uuid' };
const time = { type: 'string', format: 'date-time' };

/** The envelope's attributes: CloudEvents 1.0 and our extensions. */
const ENVELOPE = {
  specversion: { const: '1.0' },
  id: uuid,
  source: text,
  type: text,
  subject: { ...text, description: 'The id of the entity that it is about.' },
  time: { ...time, description: 'When the server recorded it.' },
  datacontenttype: { const: 'application/json' },
  tenantid: uuid,
  siteid: uuid,
  occurredat: { ...time, description: 'When it happened, where that is earlier than when it was recorded.' },
  actorid: { ...uuid, description: 'Who did it.' },
  actorname: text,
  actorkind: {
    enum: [...ACTOR_KINDS],
    description: 'What kind of actor; events recorded before there were kinds lack it.',
  },
  clientip: text,
  traceparent: { ...text, description: 'W3C trace context.' },
};
const REQUIRED = [
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'datacontenttype',
  'tenantid',
  'actorid',
  'actorname',
  'data',
];

/** AsyncAPI 3.0 of everything that happens in the plant: https://www.asyncapi.com/docs/reference/specification/v3.0.0 */
export function asyncApi(catalogue: ReadonlyMap<string, EventDefinition>): string {
  const channels: Record<string, unknown> = {};
  const operations: Record<string, unknown> = {};
  for (const definition of [...catalogue.values()].sort((a, b) => (a.type < b.type ? -1 : 1))) {
    channels[definition.type] = {
      address: `mes.{tenant}.${definition.domain}.${definition.entity}.{id}.${definition.event}`,
      parameters: { tenant: { description: 'The tenant’s id.' }, id: { description: 'The entity’s id.' } },
      messages: {
        event: {
          contentType: 'application/cloudevents+json',
          payload: {
            type: 'object',
            properties: {
              ...ENVELOPE,
              type: { const: definition.type },
              data: z.toJSONSchema(definition.data, { io: 'input' }),
            },
            required: REQUIRED,
          },
        },
      },
    };
    operations[`${definition.type}.receive`] = {
      action: 'receive',
      channel: { $ref: `#/channels/${definition.type}` },
    };
  }
  return stringify(
    {
      asyncapi: '3.0.0',
      info: {
        title: 'MachShop events',
        version: '1.0.0',
        description:
          'Everything that happens in the plant, as CloudEvents 1.0 in JSON on NATS JetStream, stream MES_EVENTS.',
      },
      channels,
      operations,
    },
    { aliasDuplicateObjects: false, lineWidth: 0 },
  );
}
