import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseTraceparent, type Span, startSpan, tracing } from '@machshop/telemetry';
import { refuseText } from '../documents/trusted.ts';
import type { Executed, GatewayContext, Identity, PreparedOperation, Refusal } from '../engine-api.ts';
import type { Lifetime } from '../lifetime.ts';
import type { Verdict } from '../limits/buckets.ts';
import { refuseCost } from '../limits/cost.ts';
import { rateHeaders } from '../limits/rate-limit.ts';
import { admit, authenticationRequest } from './admit.ts';
import { bodyOf, codesOf, requestIdOf, TIMED_OUT, tagged } from './answer.ts';
import { readBody } from './body.ts';
import type { OperationRecord } from './contract.ts';
import { checkForgery } from './csrf.ts';
import type { GraphQLHandlerOptions } from './graphql-handler.ts';
import { MULTIPART_TYPE, writeParts } from './multipart.ts';
import {
  GRAPHQL_RESPONSE,
  HTML_RESPONSE,
  JSON_RESPONSE,
  MULTIPART,
  negotiate,
  type ResponseType,
  takesParts,
} from './negotiate.ts';
import {
  checkContentType,
  type GraphQLParams,
  HttpRefusal,
  paramsFromBody,
  paramsFromUrl,
} from './params.ts';
import { errorBody } from './respond.ts';
import { statusOf } from './status.ts';

/** One request and its answer. */
export class Exchange {
  readonly #options: GraphQLHandlerOptions;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #lifetime: Lifetime;
  readonly #startedAt: number;
  readonly #requestId: string;
  #type: ResponseType = JSON_RESPONSE;
  /** Whether the answer may come in parts, and whether it must. */
  #parts: 'no' | 'may' | 'must' = 'no';
  #identity: Identity | undefined;
  #operation: PreparedOperation | undefined;
  readonly #span: Span;
  #rate: Verdict | undefined;
  #estimated: number | undefined;
  #actual: number | undefined;

  constructor(
    options: GraphQLHandlerOptions,
    request: IncomingMessage,
    response: ServerResponse,
    lifetime: Lifetime,
    startedAt: number,
  ) {
    this.#options = options;
    this.#request = request;
    this.#response = response;
    this.#lifetime = lifetime;
    this.#startedAt = startedAt;
    const { traceparent } = request.headers;
    const caller = typeof traceparent === 'string' ? parseTraceparent(traceparent) : null;
    this.#span = startSpan('graphql', caller, SERVER);
    // a trace that begins here has this request alone
    const unique = caller ? undefined : this.#span.trace.traceId;
    this.#requestId = requestIdOf(request.headers['x-request-id'], unique);
  }

  async run(): Promise<void> {
    const { headers, method } = this.#request;
    if (method !== 'POST' && method !== 'GET') {
      throw new HttpRefusal(405, 'METHOD_NOT_ALLOWED', 'Use GET or POST.', { allow: 'GET, POST, OPTIONS' });
    }
    const inParts = takesParts(headers.accept);
    const type = negotiate(headers.accept) ?? (inParts ? 'parts' : undefined);
    if (inParts) this.#parts = type === 'parts' ? 'must' : 'may';
    if (type === HTML_RESPONSE && method === 'GET') {
      this.#options.graphiql(this.#request, this.#response);
      return;
    }
    if (type === undefined || type === HTML_RESPONSE) {
      throw new HttpRefusal(
        406,
        'NOT_ACCEPTABLE',
        `Only ${GRAPHQL_RESPONSE}, ${JSON_RESPONSE} and ${MULTIPART} can be answered.`,
      );
    }
    if (type !== 'parts') this.#type = type;
    const admitted = this.#admit();
    // a promise is only waited for when there is one: each turn of the queue costs
    const identity = admitted instanceof Promise ? await admitted : admitted;
    this.#identity = identity;
    const params = await this.#params();
    const context: GatewayContext = {
      viewer: identity.viewer,
      scope: identity.scope,
      forward: identity.forward,
      requestId: this.#requestId,
      headers,
      trace: this.#span.trace,
      lifetime: this.#lifetime,
    };
    await this.#execute(params, context);
  }

  /** Finds out who calls, and whether they may call again. */
  #admit(): Identity | Promise<Identity> {
    const { authenticate, limiter } = this.#options;
    const request = authenticationRequest(this.#request, this.#options.trustedHops);
    return limiter
      ? admit(authenticate, limiter, request, (verdict) => {
          this.#rate = verdict;
        })
      : authenticate(request);
  }

  async #params(): Promise<GraphQLParams> {
    if (this.#request.method === 'GET') {
      checkForgery(this.#request.headers);
      const url = this.#request.url ?? '/';
      const at = url.indexOf('?');
      return paramsFromUrl(at < 0 ? '' : url.slice(at + 1));
    }
    checkContentType(this.#request.headers);
    const body = await readBody(this.#request, this.#options.maxBodyBytes, this.#lifetime);
    return paramsFromBody(body.toString('utf8'));
  }

  async #execute(params: GraphQLParams, context: GatewayContext): Promise<void> {
    const lease = this.#options.acquire();
    try {
      const prepared =
        refuseText(params.query, context.viewer, this.#options.trustedOnly) ??
        lease.engine.prepare(params.query, params.operationName);
      if (prepared.refused !== undefined) {
        this.#answer(prepared);
        return;
      }
      this.#operation = prepared;
      if (prepared.kind !== 'query' && this.#request.method === 'GET') {
        throw new HttpRefusal(
          405,
          'METHOD_NOT_ALLOWED',
          `A ${prepared.kind} cannot be sent by GET: use POST.`,
          { allow: 'POST' },
        );
      }
      if (prepared.kind === 'subscription') {
        throw new HttpRefusal(
          406,
          'SUBSCRIPTION_NOT_SUPPORTED',
          'Subscriptions are served over WebSocket (graphql-transport-ws).',
        );
      }
      for (const guard of this.#options.guards) {
        const refused = await guard(prepared, params.variables, context);
        if (refused) {
          this.#answer(refused);
          return;
        }
      }
      this.#estimated = lease.engine.estimate?.(prepared, params.variables);
      const tooCostly = refuseCost(this.#estimated ?? 0, this.#options.maxCost);
      if (tooCostly) {
        this.#answer(tooCostly);
        return;
      }
      const inParts = this.#parts !== 'no';
      const outcome = await lease.engine.execute(prepared, params.variables, context, inParts);
      if (outcome.refused === undefined) this.#actual = outcome.cost;
      if (this.#lifetime.ended === 'timeout') this.#answer(TIMED_OUT);
      else if (outcome.refused === undefined && (outcome.later || this.#parts === 'must'))
        await this.#answerInParts(outcome);
      else this.#answer(outcome);
    } finally {
      lease.release();
    }
  }

  #answer(outcome: Executed | Refusal): void {
    const status = statusOf(outcome, this.#type, this.#options.edition);
    const body =
      outcome.refused === undefined && outcome.body !== undefined
        ? outcome.body
        : JSON.stringify(bodyOf(outcome));
    const headers: Record<string, string> = {
      'content-type':
        this.#type === GRAPHQL_RESPONSE
          ? 'application/graphql-response+json; charset=utf-8'
          : 'application/json; charset=utf-8',
      'x-request-id': this.#requestId,
    };
    if (this.#rate) Object.assign(headers, rateHeaders(this.#rate));
    if (outcome.refused !== undefined) Object.assign(headers, outcome.headers);
    const errors = outcome.errors ?? [];
    const cacheable = this.#request.method === 'GET' && this.#operation?.trusted && errors.length === 0;
    const reply = { status, headers, body };
    this.#options.responder.send(
      this.#request,
      this.#response,
      cacheable ? tagged(reply, this.#request.headers['if-none-match']) : reply,
    );
    this.#observe(
      status,
      outcome.refused !== undefined ? 'refused' : errors.length > 0 ? 'partial' : 'ok',
      codesOf(errors),
    );
  }

  async #answerInParts(outcome: Executed): Promise<void> {
    const errors = [...(outcome.errors ?? [])];
    this.#options.responder.open(this.#request, this.#response, {
      status: 200,
      headers: {
        'content-type': MULTIPART_TYPE,
        'x-request-id': this.#requestId,
        ...(this.#rate ? rateHeaders(this.#rate) : undefined),
      },
    });
    await writeParts(this.#response, outcome, this.#lifetime, (message) => {
      errors.push(...message.errors);
      this.#actual = (this.#actual ?? 0) + message.cost;
    });
    this.#observe(200, errors.length > 0 ? 'partial' : 'ok', codesOf(errors));
  }

  /** Answers a request that was refused before GraphQL, or a fault of ours. */
  fail(error: unknown): void {
    if (this.#lifetime.ended === 'disconnect') {
      this.#observe(499, 'ended', []);
      return;
    }
    let refusal: HttpRefusal;
    if (error instanceof HttpRefusal) refusal = error;
    else {
      this.#options.onFault(error, this.#requestId);
      refusal = new HttpRefusal(500, 'INTERNAL_SERVER_ERROR', 'Internal server error');
    }
    // an answer that has begun breaks off, so that nobody takes it for a whole one
    if (this.#response.headersSent) this.#response.destroy();
    const contentType = this.#type === GRAPHQL_RESPONSE ? GRAPHQL_RESPONSE : JSON_RESPONSE;
    this.#options.responder.send(this.#request, this.#response, {
      status: refusal.status,
      headers: {
        'content-type': `${contentType}; charset=utf-8`,
        'x-request-id': this.#requestId,
        ...(this.#rate ? rateHeaders(this.#rate) : undefined),
        ...refusal.headers,
      },
      body: errorBody(refusal.code, refusal.message),
    });
    this.#observe(refusal.status, 'refused', [refusal.code]);
  }

  #observe(status: number, outcome: OperationRecord['outcome'], codes: readonly string[]): void {
    if (tracing()) this.#endSpan(status, codes);
    this.#options.observe({
      operation: this.#operation,
      identity: this.#identity,
      requestId: this.#requestId,
      status,
      durationMs: performance.now() - this.#startedAt,
      outcome: this.#lifetime.ended === 'disconnect' ? 'ended' : outcome,
      codes,
      cost: { estimated: this.#estimated, actual: this.#actual },
      trace: this.#span.trace,
    });
  }

  #endSpan(status: number, codes: readonly string[]): void {
    this.#span.set('http.response.status_code', status);
    this.#span.set('graphql.operation.type', this.#operation?.kind ?? 'none');
    if (this.#operation?.name) this.#span.set('graphql.operation.name', this.#operation.name);
    if (codes.length > 0) this.#span.fail(codes.join());
    this.#span.end();
  }
}

const SERVER = { kind: 'server' } as const;
