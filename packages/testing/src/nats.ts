import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNatsServer } from '@machshop/dev/services/nats-binary.ts';
import { connect } from 'nats';
import { freePort } from './ports.ts';

/** A nats-server of a test's own: streams and durable consumers of test files never meet. */
export interface TestNats {
  readonly url: string;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
  /** Starts it again, on its old port and data. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const BIN = join(import.meta.dirname, '../../../.machshop/bin');

/** Starts a nats-server with JetStream on a free port. */
export async function startTestNats(): Promise<TestNats> {
  const binary = await findNatsServer(BIN, process.env, () => {});
  const folder = mkdtempSync(join(tmpdir(), 'machshop-nats-'));
  const port = await freePort();
  let child: ChildProcess = await launch(binary, folder, port);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.stdin?.end();
    await gone;
  };
  return {
    url: `nats://127.0.0.1:${port}`,
    kill,
    async restart() {
      await kill();
      child = await launch(binary, folder, port);
    },
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function launch(binary: string, folder: string, port: number): Promise<ChildProcess> {
  const config = join(folder, 'nats.conf');
  // as the plant's own server: an event may have 3.5 MiB
  writeFileSync(config, 'max_payload: 4MB\n');
  const flags = ['-c', config, '-a', '127.0.0.1', '-p', String(port), '-js', '-sd', folder];
  // the shell kills it when our end of the pipe closes: so it goes with us, however we end
  const script = '"$0" "$@" & server=$!; read -r _; kill -9 $server; wait $server';
  const child = spawn('sh', ['-c', script, binary, ...flags], { stdio: ['pipe', 'ignore', 'ignore'] });
  for (let attempt = 0; ; attempt++) {
    try {
      const client = await connect({ servers: `127.0.0.1:${port}`, reconnect: false, timeout: 1_000 });
      await client.close();
      return child;
    } catch (error) {
      if (attempt > 100 || child.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
