import { startTracing, type Tracing } from './span.ts';

/**
 * Records spans where the environment says to: OTEL_EXPORTER_OTLP_ENDPOINT is where they go,
 * OTEL_SERVICE_NAME what the service calls itself, OTEL_TRACES_SAMPLER_ARG the share of traces, from 0 to 1.
 * Undefined where there is no endpoint.
 */
export async function tracingFromEnv(
  service: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Tracing | undefined> {
  const to = env.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!to) return undefined;
  const ratio = Number(env.OTEL_TRACES_SAMPLER_ARG || 1);
  if (!(ratio >= 0 && ratio <= 1))
    throw new Error(`OTEL_TRACES_SAMPLER_ARG is ${env.OTEL_TRACES_SAMPLER_ARG}, but must be from 0 to 1`);
  return startTracing({ service: env.OTEL_SERVICE_NAME || service, to, ratio });
}
