import { anonymous, type Viewer } from '@machshop/auth';
import { type Bus, connectBus, ensureStreams } from '@machshop/events/bus.ts';
import { createLogger } from '@machshop/telemetry';
import { persona, startTestNats, TEST_TENANT, type TestNats } from '@machshop/testing';
import { identityOf } from '../auth.ts';
import type { Gateway, GatewayOptions, GatewaySubgraph } from '../gateway.ts';
import { HttpRefusal } from '../http/params.ts';
import type { SubgraphRequest } from '../transport/transport.ts';
import { startGateway } from './gateway.ts';
import { inProcess, type TestSubgraph, withLink } from './subgraphs.ts';

/** The Subscription fields of the world. */
export const EVENTS = /* GraphQL */ `
  extend type Subscription {
    orderChanged(id: ID!): OrderEvent!
      @eventSource(
        subject: "mes.{tenant}.orders.order.{args.id}.>"
        permission: "workOrder:read"
        current: "order"
      )
    ordersChanged(siteId: ID, partId: ID, events: [String!]): OrderEvent!
      @eventSource(
        subject: "mes.{tenant}.orders.order.>"
        permission: "workOrder:read"
        filter: ["partId = part.id", "events = event"]
      )
    orderAlerts(siteId: ID): OrderEvent!
      @eventSource(subject: "mes.{tenant}.orders.order.*.held", permission: "workOrder:read")
      @eventSource(subject: "mes.{tenant}.parts.part.*.short", permission: "inventory:read", tenantWide: true)
    readings(machine: String): ReadingEvent!
      @eventSource(
        subject: "mes.{tenant}.machines.machine.>"
        permission: "sensor:read"
        conflate: ["machine", "tag"]
      )
    orderProgress(orderIds: [ID!]!, maxRateHz: Float): OrderEvent!
      @eventSource(
        subject: "live.{tenant}.orders.progress.{args.orderIds}"
        permission: "workOrder:read"
        current: "order"
        conflate: ["order.id"]
        rate: "maxRateHz"
      )
  }
  type OrderEvent {
    event: String
    occurredAt: String!
    actorName: String
    count: Int
    order: Order
    part: Part
  }
  type ReadingEvent { machine: String tag: String value: Float text: String }
`;

/** The state behind the subgraphs; a test changes it and then says what happened. */
export interface LiveWorld {
  readonly gateway: Gateway;
  readonly bus: Bus;
  readonly nats: TestNats;
  /** Requests to subgraphs so far. */
  readonly requests: SubgraphRequest[];
  readonly status: Map<string, string>;
  readonly subgraphs: readonly GatewaySubgraph[];
  /** Signs somebody in: the bearer token is the name. */
  readonly viewers: Map<string, Viewer>;
  /** Says an event; gives its sequence. */
  say(subject: string, type: string, data: object, more?: object): Promise<number>;
  /** Says that an order changed, and counts. */
  change(order: string, count: number, more?: object): Promise<number>;
  /** Another gateway on the same bus. */
  another(options?: Partial<GatewayOptions>): Promise<Gateway>;
  close(): Promise<void>;
}

const NUMBERS: Readonly<Record<string, string>> = { o1: 'WO-1', o2: 'WO-2' };

function orders(status: ReadonlyMap<string, string>): TestSubgraph {
  const order = (id: string) => (NUMBERS[id] ? { id, number: NUMBERS[id], part: { id: 'a' } } : null);
  return {
    name: 'orders',
    sdl: withLink(/* GraphQL */ `
      type Query { order(id: ID!): Order }
      type Mutation { touch(id: ID!): Order }
      type Order @key(fields: "id") { id: ID! number: String! status: String part: Part }
      type Part @key(fields: "id", resolvable: false) { id: ID! }
    `),
    resolvers: {
      Query: { order: (_: unknown, { id }: { id: string }) => order(id) },
      Mutation: { touch: (_: unknown, { id }: { id: string }) => order(id) },
      Order: {
        __resolveReference: ({ id }: { id: string }) => order(id),
        status: ({ id }: { id: string }) => status.get(id) ?? 'CREATED',
      },
    },
  };
}

const parts: TestSubgraph = {
  name: 'parts',
  sdl: withLink(/* GraphQL */ `
    type Part @key(fields: "id") { id: ID! name: String! }
  `),
  resolvers: {
    Part: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `Part ${id}` }) },
  },
};

/** The world's subgraphs in this process. */
export function liveSubgraphs(
  status: ReadonlyMap<string, string>,
  seen?: (request: SubgraphRequest) => void,
): readonly GatewaySubgraph[] {
  return [{ ...inProcess(orders(status), seen), events: EVENTS }, inProcess(parts, seen)];
}

/** A gateway over two subgraphs on a nats-server of its own. */
export async function startLiveWorld(options: Partial<GatewayOptions> = {}): Promise<LiveWorld> {
  const nats = await startTestNats();
  const log = createLogger('test', 'fatal');
  const bus = await connectBus({ url: nats.url, name: 'test', log });
  await ensureStreams(bus);
  const status = new Map<string, string>();
  const requests: SubgraphRequest[] = [];
  const seen = (request: SubgraphRequest) => requests.push(request);
  const subgraphs = liveSubgraphs(status, seen);
  const viewers = new Map<string, Viewer>([
    ['operator', persona('OPERATOR')],
    ['planner', persona('PLANNER')],
    ['technician', persona('MAINTENANCE_TECHNICIAN')],
  ]);
  const gateways: Gateway[] = [];
  const another = async (more: Partial<GatewayOptions> = {}) => {
    const gateway = await startGateway({
      source: { subgraphs },
      events: { bus },
      authenticate: ({ headers }) => {
        const name = headers.authorization?.replace('Bearer ', '');
        if (name === undefined) return identityOf(anonymous());
        const viewer = viewers.get(name);
        if (!viewer) throw new HttpRefusal(401, 'UNAUTHENTICATED', 'Sign in again.');
        return identityOf(viewer);
      },
      ...options,
      ...more,
    });
    gateways.push(gateway);
    return gateway;
  };
  const say = (subject: string, type: string, data: object, more: object = {}) =>
    publish(bus, subject, type, data, more);
  return {
    gateway: await another(),
    bus,
    nats,
    requests,
    status,
    subgraphs,
    viewers,
    say,
    change: (order, count, more = {}) =>
      say(`orders.order.${order}.changed`, 'orders.order.changed', {
        order: { __typename: 'Order', id: order },
        part: { __typename: 'Part', id: 'a' },
        count,
        ...more,
      }),
    another,
    async close() {
      await Promise.all(gateways.map((gateway) => gateway.close(100)));
      await bus.close();
      await nats.close();
    },
  };
}

async function publish(bus: Bus, subject: string, type: string, data: object, more: object): Promise<number> {
  const event = {
    specversion: '1.0',
    id: crypto.randomUUID(),
    source: '/machshop/test',
    type,
    subject: 'x',
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    tenantid: TEST_TENANT,
    actorid: '01900000-0000-7000-8000-0000000000ff',
    actorname: 'test',
    ...more,
    data,
  };
  const tenant = 'tenantid' in more ? String(more.tenantid) : TEST_TENANT;
  const payload = JSON.stringify(event);
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { seq } = await bus.jetstream.publish(`mes.${tenant}.${subject}`, payload, { msgID: event.id });
      return seq;
    } catch (error) {
      // a server that was restarted has its stream a moment later; the same id twice is the same event
      if (attempt === 5) throw error;
    }
  }
}
