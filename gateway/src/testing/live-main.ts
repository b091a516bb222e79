import { connectBus } from '@machshop/events/bus.ts';
import { createLogger } from '@machshop/telemetry';
import { persona } from '@machshop/testing';
import { identityOf } from '../auth.ts';
import { startGateway } from './gateway.ts';
import { liveSubgraphs } from './live-world.ts';

// a gateway of the live world in a process of its own, to be killed: live-main.ts <nats url> <port>
const [url, port] = process.argv.slice(2);
if (!url || !port) throw new Error('usage: live-main.ts <nats url> <port>');
const bus = await connectBus({ url, name: 'live-main', log: createLogger('live-main', 'fatal') });
const operator = identityOf(persona('OPERATOR'));
await startGateway({
  source: { subgraphs: liveSubgraphs(new Map()) },
  events: { bus },
  authenticate: () => operator,
  port: Number(port),
});
process.once('disconnect', () => process.exit(0));
process.send?.('ready');
