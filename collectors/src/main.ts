import { parseArgs } from 'node:util';
import { createLogger, type Logger, tracingFromEnv } from '@machshop/telemetry';
import { createEdgeAgent } from './agent.ts';
import { ConfigError, loadConfig } from './config/load.ts';
import type { AgentConfig } from './config/schema.ts';
import { watchConfig } from './config/watch.ts';
import { serveObservation } from './observe/http.ts';
import { findTags } from './sources/opc-ua/find.ts';

const USAGE = `usage: node collectors/src/main.ts --config <file.yaml>
  --check              say what is wrong with the configuration, and end
  --browse <source>    print the tags that the server of an OPC UA source offers, and end
  --log-level <level>  info when left out
`;

/** The edge agent as a process: runs until SIGTERM or SIGINT; takes a changed configuration while it runs. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      config: { type: 'string' },
      check: { type: 'boolean' },
      browse: { type: 'string' },
      'log-level': { type: 'string', default: 'info' },
    },
  });
  if (values.config === undefined) {
    process.stderr.write(USAGE);
    process.exitCode = 2;
    return;
  }
  const file = values.config;
  const config = await loadConfig(file);
  if (values.check) {
    process.stdout.write(`${file}: ${config.sources.length} sources, no faults\n`);
    return;
  }
  const log = createLogger(`collector ${config.collector.id}`, values['log-level']);
  if (values.browse !== undefined) {
    await browse(config, values.browse, log);
    return;
  }
  const tracing = await tracingFromEnv(`collector ${config.collector.id}`);
  const agent = createEdgeAgent(config, { log });
  agent.start();
  const http = config.http ? await serveObservation(config.http, agent) : null;
  if (http) log.info({ port: http.port }, 'health and metrics are served');
  const stopWatching = watchConfig(
    file,
    (next) => {
      agent.reload(next).then(
        (result) => log.info(result, 'took the changed configuration'),
        (error: Error) => log.error({ err: error }, 'the changed configuration could not be taken'),
      );
    },
    (error) => log.error({ reason: error.message }, 'the changed configuration is not used'),
  );
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    stopWatching();
    void Promise.all([agent.stop(), http?.close()])
      .then(() => tracing?.close())
      .catch((error: unknown) => log.error({ err: error }, 'could not stop in order'))
      .finally(() => process.exit(0));
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
}

async function browse(config: AgentConfig, name: string, log: Logger): Promise<void> {
  const source = config.sources.find((one) => one.name === name);
  if (source?.type !== 'opc-ua') throw new Error(`there is no OPC UA source "${name}"`);
  const tags = await findTags(source, config.collector.id, {
    log,
    signal: new AbortController().signal,
    state: () => undefined,
  });
  process.stdout.write(`${JSON.stringify(tags, null, 2)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
});
