import type { Context as OtelContext, Span as OtelSpan, Tracer } from '@opentelemetry/api';
import type { SpanExporter } from '@opentelemetry/sdk-trace-base';
import { newTrace, type Trace } from './trace.ts';

/** What a span is of: the two ends of a call, the two ends of a message, or work inside. */
export type SpanKind = 'internal' | 'server' | 'client' | 'producer' | 'consumer';

export interface SpanOptions {
  readonly kind?: SpanKind;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  /** Other traces that the work is for, beside its parent. */
  readonly links?: readonly Trace[];
}

/** A piece of work in a trace. */
export interface Span {
  /** What is handed on to whatever the work calls. */
  readonly trace: Trace;
  set(name: string, value: string | number | boolean): void;
  fail(error: unknown): void;
  end(): void;
}

interface Recording {
  start(name: string, parent: Trace | null, options: SpanOptions): Span;
}

let recording: Recording | undefined;

/** Whether spans are recorded. */
export const tracing = (): boolean => recording !== undefined;

/**
 * Begins a span below `parent`, or a trace without one. Where no spans are recorded it hands the parent's trace
 * on and costs nothing.
 */
export function startSpan(
  name: string,
  parent: Trace | null | undefined,
  options: SpanOptions = NO_OPTIONS,
): Span {
  return recording ? recording.start(name, parent ?? null, options) : new Unrecorded(parent ?? newTrace());
}

/** Does the work in a span, which fails with it. */
export function inSpan<T>(
  name: string,
  parent: Trace | null | undefined,
  work: (span: Span) => Promise<T>,
  options: SpanOptions = NO_OPTIONS,
): Promise<T> {
  const span = startSpan(name, parent, options);
  return recording ? ended(span, work) : work(span);
}

async function ended<T>(span: Span, work: (span: Span) => Promise<T>): Promise<T> {
  try {
    return await work(span);
  } catch (error) {
    span.fail(error);
    throw error;
  } finally {
    span.end();
  }
}

const NO_OPTIONS: SpanOptions = {};

class Unrecorded implements Span {
  readonly trace: Trace;

  constructor(trace: Trace) {
    this.trace = trace;
  }

  set(): void {}
  fail(): void {}
  end(): void {}
}

export interface TracingOptions {
  /** `service.name` of the spans. */
  readonly service: string;
  /** Where spans go: an OTLP address over HTTP, or an exporter. */
  readonly to: string | SpanExporter;
  /** How many of the traces that begin here are recorded, from 0 to 1. Others do as their parent does. */
  readonly ratio?: number;
}

/** Recorded spans, on their way. */
export interface Tracing {
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** Spans wait at most this long, and at most so many of them; more are dropped. */
const EXPORT_DELAY_MS = 1_000;
const MAX_WAITING = 8_192;

/** Begins to record spans. The SDK is loaded here, so that whoever records none does not pay for it. */
export async function startTracing({ service, to, ratio = 1 }: TracingOptions): Promise<Tracing> {
  const [api, sdk, { Resource }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-base'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = typeof to === 'string' ? await otlpExporter(to) : to;
  const provider = new sdk.BasicTracerProvider({
    resource: new Resource({ 'service.name': service }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [
      new sdk.BatchSpanProcessor(exporter, {
        scheduledDelayMillis: EXPORT_DELAY_MS,
        maxQueueSize: MAX_WAITING,
      }),
    ],
  });
  const tracer = provider.getTracer('machshop');
  recording = { start: (name, parent, options) => startRecorded(api, tracer, name, parent, options) };
  return {
    flush: () => provider.forceFlush(),
    async close() {
      recording = undefined;
      await provider.shutdown();
    },
  };
}

async function otlpExporter(endpoint: string): Promise<SpanExporter> {
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http');
  return new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
}

type Api = typeof import('@opentelemetry/api');

function startRecorded(
  api: Api,
  tracer: Tracer,
  name: string,
  parent: Trace | null,
  { kind = 'internal', attributes, links }: SpanOptions,
): Span {
  const context = parent ? remote(api, parent) : api.ROOT_CONTEXT;
  const options = {
    kind: api.SpanKind[kind.toUpperCase() as Uppercase<SpanKind>],
    ...(attributes ? { attributes } : {}),
    ...(links ? { links: links.map((link) => ({ context: spanContext(api, link) })) } : {}),
  };
  return new Recorded(api, tracer.startSpan(name, options, context));
}

const remote = (api: Api, trace: Trace): OtelContext =>
  api.trace.setSpanContext(api.ROOT_CONTEXT, spanContext(api, trace));

const spanContext = ({ TraceFlags }: Api, { traceId, spanId, sampled }: Trace) => ({
  traceId,
  spanId,
  traceFlags: sampled ? TraceFlags.SAMPLED : TraceFlags.NONE,
  isRemote: true,
});

class Recorded implements Span {
  readonly trace: Trace;
  readonly #api: Api;
  readonly #span: OtelSpan;

  constructor(api: Api, span: OtelSpan) {
    this.#api = api;
    this.#span = span;
    const { traceId, spanId, traceFlags } = span.spanContext();
    this.trace = { traceId, spanId, sampled: (traceFlags & api.TraceFlags.SAMPLED) !== 0 };
  }

  set(name: string, value: string | number | boolean): void {
    this.#span.setAttribute(name, value);
  }

  fail(error: unknown): void {
    const message = error instanceof Error ? error.message : String(error);
    this.#span.setStatus({ code: this.#api.SpanStatusCode.ERROR, message });
  }

  end(): void {
    this.#span.end();
  }
}
