import { parseArgs } from 'node:util';
import { createLogger } from '@machshop/telemetry';
import { createEdgeAgent } from './agent.ts';
import { ConfigError, loadConfig } from './config/load.ts';
import { watchConfig } from './config/watch.ts';
import { serveObservation } from './observe/http.ts';

const USAGE = 'usage: node collectors/src/main.ts --config <file.yaml> [--check] [--log-level info]\n';

/** The edge agent as a process: runs until SIGTERM or SIGINT; takes a changed configuration while it runs. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { config: { type: 'string' }, check: { type: 'boolean' }, 'log-level': { type: 'string' } },
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
  const log = createLogger(`collector ${config.collector.id}`, values['log-level'] ?? 'info');
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
    void Promise.all([agent.stop(), http?.close()]).then(() => process.exit(0));
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : (error as Error).stack}\n`);
  process.exitCode = 1;
});
