import { connect } from 'node:net';
import { z } from 'zod';

const Info = z.object({
  version: z.string(),
  jetstream: z.boolean().default(false),
  tls_required: z.boolean().default(false),
});

/** What a NATS server says of itself. */
export type NatsInfo = { readonly version: string; readonly jetstream: boolean };

function parseInfo(line: string): z.infer<typeof Info> | undefined {
  try {
    return Info.parse(JSON.parse(line.replace(/^INFO\s+/, '')));
  } catch {
    return undefined;
  }
}

/**
 * Asks a NATS server for its greeting, and where it speaks plainly, whether it takes the URL's credentials.
 * @param url `nats://[user:password@]host:port`
 * @throws Error that says in a few words what is wrong
 */
export function probeNats(url: string, limitMs = 3_000): Promise<NatsInfo> {
  const { hostname, port, username, password } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 4222) });
    let received = '';
    let info: z.infer<typeof Info> | undefined;
    const finish = (settle: () => void): void => {
      socket.destroy();
      settle();
    };
    const fail = (why: string): void => finish(() => reject(new Error(why)));
    const greet = (line: string): void => {
      const found = parseInfo(line);
      info = found;
      if (found === undefined) {
        fail('what listens there is no NATS server');
        return;
      }
      if (found.tls_required) {
        finish(() => resolve(found));
        return;
      }
      const login = username
        ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
        : {};
      socket.write(`CONNECT ${JSON.stringify({ verbose: false, pedantic: false, ...login })}\r\nPING\r\n`);
    };
    socket.setTimeout(limitMs, () => fail(`no answer within ${limitMs / 1000} s`));
    socket.once('error', (error) => fail(error.message || 'it cannot be reached'));
    socket.once('close', () => fail('the connection was closed'));
    socket.on('data', (chunk) => {
      received += chunk.toString('latin1');
      for (let end = received.indexOf('\r\n'); end >= 0; end = received.indexOf('\r\n')) {
        const line = received.slice(0, end);
        received = received.slice(end + 2);
        const found = info;
        if (found === undefined) greet(line);
        else if (line.startsWith('PONG')) finish(() => resolve(found));
        else if (line.startsWith('-ERR')) fail(line.slice(5).replaceAll("'", ''));
      }
    });
  });
}
