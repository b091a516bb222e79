import {
  type CloudEvent,
  defineBatchConsumer,
  defineSubjectConsumer,
  EVENTS,
  parseEvent,
  readEnvelope,
} from '@machshop/events';
import { eventCatalogue } from '@machshop/schema/events/index.ts';
import { chained } from '../audit-entry/audit-entry.ts';
import { AuditStore } from '../audit-entry/store.ts';
import { facts } from './facts.ts';

/**
 * Everything that happens becomes an entry of the audit trail, in the order of the stream. An event of a kind
 * that this version does not know is audited all the same.
 */
export const audit = defineBatchConsumer<CloudEvent>({
  name: 'audit',
  stream: EVENTS,
  filter: 'mes.>',
  read(text) {
    const event = readEnvelope(text);
    return { id: event.id, tenantId: event.tenantid, traceparent: event.traceparent, body: event };
  },
  async handleAll(messages, ctx) {
    const store = new AuditStore(ctx.tx, ctx.viewer.tenantId);
    await store.append(
      chained(
        await store.lockHead(),
        messages.map(({ body }) => body as CloudEvent),
      ),
    );
  },
});

/**
 * What events say about what is made of what, in the order of the stream: one consumer for all of them, since
 * a link is of no use before its ends. Apart from the audit: a fact that is refused is audited all the same.
 */
export const genealogyFacts = defineSubjectConsumer('facts', 'mes.>', (text) => {
  const envelope = readEnvelope(text);
  const keep = facts.get(envelope.type);
  const definition = eventCatalogue.get(envelope.type);
  return {
    id: envelope.id,
    tenantId: envelope.tenantid,
    traceparent: envelope.traceparent,
    async handle(ctx) {
      if (keep && definition) await keep(parseEvent(definition, text), ctx);
    },
  };
});
