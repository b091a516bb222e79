import { randomUUID } from 'node:crypto';
import { parseTraceparent, startSpan, type Trace, tracing } from '@machshop/telemetry';
import type { Engine, GatewayContext, Identity, Logger } from '../engine-api.ts';
import { Deadlines, Lifetime } from '../lifetime.ts';
import type { SubscriptionMetrics } from './metrics.ts';
import { writeCursor } from './stream/cursor.ts';
import type { Cause, Group } from './stream/group.ts';
import { LIVE_EPOCH } from './stream/live-feed.ts';
import { StreamMessage } from './stream/message.ts';
import { viewerOf } from './viewer.ts';

export interface MessageMakerOptions {
  /** The engine to use now, held until `release`. */
  readonly acquire: () => { readonly engine: Engine; release(): void };
  readonly logger: Logger;
  readonly metrics: SubscriptionMetrics;
  readonly now: () => Date;
  /** The life of the stream that cursors name. */
  readonly epoch: () => string;
  /** Who asks subgraphs when nobody listens any more. */
  readonly fallback: (group: Group) => Identity | undefined;
}

/** How long what follows an event may take. */
const RESOLUTION_MS = 30_000;

/** Makes the message of an event, once for all who see the same. */
export class MessageMaker {
  readonly #options: MessageMakerOptions;
  readonly #deadlines = new Deadlines(RESOLUTION_MS);

  constructor(options: MessageMakerOptions) {
    this.#options = options;
  }

  /** Runs what follows an event, or a present state. It never rejects: faults are errors of the message. */
  async make(
    group: Group,
    read: (name: string) => unknown,
    sequence: number,
    { event, trace }: Cause,
  ): Promise<StreamMessage> {
    const { acquire, logger, metrics, now, epoch } = this.#options;
    const lifetime = new Lifetime();
    this.#deadlines.add(lifetime, performance.now());
    const lease = acquire();
    const span = startSpan(`resolve ${group.field.name}`, trace ?? parseTraceparent(event?.traceparent), {
      kind: 'consumer',
    });
    let body: string | Buffer;
    try {
      const context = this.#context(group, event ? sequence : undefined, span.trace, lifetime);
      const executed = await group.planned.answer(read, context);
      if (executed.errors?.length) span.set('graphql.errors', executed.errors.length);
      body = executed.body ?? JSON.stringify({ data: executed.data ?? null, errors: executed.errors });
    } catch (error) {
      logger.error({ err: error, field: group.field.name }, 'a message could not be made');
      body = FAULT;
      span.fail(error);
    } finally {
      span.end();
      this.#deadlines.delete(lifetime);
      lease.release();
    }
    const cursor = writeCursor(group.field.live ? LIVE_EPOCH : epoch(), sequence);
    const made = event && Date.parse(event.recordedAt);
    const message = new StreamMessage(body, cursor, made, tracing() ? span.trace : undefined);
    metrics.made(message, now().getTime());
    return message;
  }

  close(): void {
    this.#deadlines.close();
  }

  #context(group: Group, sequence: number | undefined, trace: Trace, lifetime: Lifetime): GatewayContext {
    const identity = this.#identityOf(group);
    return {
      viewer: identity.viewer,
      // an event's reads join no read of an earlier event, which may have seen an earlier state
      scope: `${identity.scope} event ${sequence ?? randomUUID()}`,
      forward: identity.forward,
      requestId: randomUUID(),
      headers: {},
      trace,
      lifetime,
    };
  }

  /** Asks for the member whose token lives longest. */
  #identityOf(group: Group): Identity {
    let best: Identity | undefined;
    let until = -1;
    for (const { identity } of group.members) {
      const expiresAt = viewerOf(identity)?.expiresAt ?? Number.POSITIVE_INFINITY;
      if (expiresAt > until) {
        best = identity;
        until = expiresAt;
      }
    }
    best ??= this.#options.fallback(group);
    if (!best) throw new Error('a group of nobody');
    return best;
  }
}

const FAULT = JSON.stringify({
  data: null,
  errors: [{ message: 'Internal server error', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
});
