import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { createGateway } from '../gateway.ts';
import { ANYONE, SILENT } from '../testing/gateway.ts';

let viewers = 0;

/** One gateway in a process of its own, which tells what CPU and memory it has used when asked. */
async function start(contestant: string, file: string, port: number): Promise<string> {
  const supergraph = readFileSync(file, 'utf8');
  if (contestant === 'stock') {
    const gateway = new ApolloGateway({ supergraphSdl: supergraph });
    const server = new ApolloServer({ gateway, introspection: true });
    const { url } = await startStandaloneServer(server, { listen: { port, host: '127.0.0.1' } });
    return url;
  }
  const gateway = await createGateway({
    source: { supergraph },
    engine: contestant === 'our-http-stock-engine' ? 'apollo' : 'machshop',
    // every request is another viewer's: equal reads under way must not be shared, as stock shares none
    authenticate: () => {
      viewers += 1;
      return { ...ANYONE, scope: String(viewers) };
    },
    logger: SILENT,
    port,
  });
  return gateway.listen();
}

const [contestant, file, port] = process.argv.slice(2);
if (!contestant || !file || !port) throw new Error('usage: gateway-main.ts <contestant> <supergraph> <port>');
const url = await start(contestant, file, Number(port));
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({
    cpuMs: (user + system) / 1000,
    userMs: user / 1000,
    rssMb: process.memoryUsage.rss() / 1024 ** 2,
  });
});
process.once('disconnect', () => process.exit(0));
process.send?.({ url });
