import { getVariableValues } from 'graphql';
import type { AccessControl } from '../access/control.ts';
import type { Supergraph } from '../compose/compose.ts';
import { Documents, refusal } from '../documents/documents.ts';
import type {
  Engine,
  Executed,
  GatewayContext,
  Logger,
  PlannedSubscription,
  PreparedOperation,
  Refusal,
} from '../engine-api.ts';
import { Lru } from '../lru.ts';
import type { SubgraphTransport } from '../transport/transport.ts';
import { EventProjection } from './event-projection.ts';
import { CompiledOperation, variableDefinitionsOf } from './operation.ts';
import { createApolloPlanner, type Planner } from './planner.ts';
import { Execution, type Send } from './run/execution.ts';
import { SharedReads } from './run/shared-reads.ts';
import { JsonBuffer } from './shape/json-buffer.ts';
import { AnswerWriter } from './shape/writer.ts';
import { rootFieldOf, selectedTypes, subscriptionRoot } from './subscription.ts';
import { TypeConditions } from './types.ts';

/** How many compiled operations are remembered. */
const CACHE_LIMIT = 1_000;
/** How many variable errors are reported. */
const MAX_VARIABLE_ERRORS = 20;

export interface MachshopEngineOptions {
  readonly supergraph: Supergraph;
  readonly transports: ReadonlyMap<string, SubgraphTransport>;
  readonly logger: Logger;
  readonly planner?: Planner;
  /** What callers may see; without it everything. */
  readonly access?: AccessControl | undefined;
  /** Told of reads that were answered by another one's request. */
  readonly onShared?: (subgraph: string) => void;
}

/** Our executor over Apollo's planner. */
export function createMachshopEngine(options: MachshopEngineOptions): Engine {
  const { supergraph } = options;
  const documents = new Documents(supergraph.apiSchema);
  const machshop = new MachshopEngine(options);
  return {
    name: 'machshop',
    schema: supergraph.apiSchema,
    prepare: (query, operationName) => documents.prepare(query, operationName),
    execute: (operation, variables, context) => machshop.execute(operation, variables, context),
    subscribe: (operation, variables, context) => machshop.subscribe(operation, variables, context),
    close: async () => undefined,
  };
}

class MachshopEngine {
  readonly #options: MachshopEngineOptions;
  readonly #planner: Planner;
  readonly #full: TypeConditions;
  readonly #api: TypeConditions;
  readonly #compiled = new Lru<string, CompiledOperation>(CACHE_LIMIT);
  readonly #send: Send;
  readonly #out = new JsonBuffer();

  constructor(options: MachshopEngineOptions) {
    this.#options = options;
    this.#planner = options.planner ?? createApolloPlanner(options.supergraph);
    this.#full = new TypeConditions(options.supergraph.fullSchema);
    this.#api = new TypeConditions(options.supergraph.apiSchema);
    const shared = new SharedReads(options.transports, options.onShared ?? (() => {}));
    this.#send = (request, recipient) => shared.send(request, recipient);
  }

  async execute(
    prepared: PreparedOperation,
    given: Readonly<Record<string, unknown>> | undefined,
    context: GatewayContext,
  ): Promise<Executed | Refusal> {
    const coerced = this.#coerce(prepared, given);
    if (coerced.refused !== undefined) return coerced;
    const operation = this.#operation(prepared, context);
    if (!(operation instanceof CompiledOperation)) return operation;
    const execution = new Execution({
      plan: operation.plan,
      send: this.#send,
      conditions: this.#full,
      context,
      given,
      coerced: coerced.values,
    });
    await execution.run();
    return this.#write(execution, operation, coerced.values);
  }

  subscribe(
    prepared: PreparedOperation,
    given: Readonly<Record<string, unknown>> | undefined,
    _context: GatewayContext,
  ): PlannedSubscription | Refusal {
    const coerced = this.#coerce(prepared, given);
    if (coerced.refused !== undefined) return coerced;
    const operation = this.#operation(prepared, context);
    if (!(operation instanceof CompiledOperation)) return operation;
    const { apiSchema, fullSchema } = this.#options.supergraph;
    const projection = new EventProjection(fullSchema, this.#full);
    const { values } = coerced;
    return {
      ...rootFieldOf(prepared, apiSchema, values),
      types: selectedTypes(prepared, apiSchema),
      answer: async (read, caller) => {
        const { plan } = operation;
        const options = { plan, send: this.#send, conditions: this.#full, context: caller, given, coerced: values };
        const execution = new Execution(options, subscriptionRoot(plan, projection, read, this.#full));
        await execution.run();
        return this.#write(execution, operation, values);
      },
    };
  }

  #coerce(
    prepared: PreparedOperation,
    given: Readonly<Record<string, unknown>> | undefined,
  ): { readonly refused?: undefined; readonly values: Readonly<Record<string, unknown>> } | Refusal {
    const definitions = variableDefinitionsOf(prepared);
    if (definitions.length === 0) return { values: NO_VARIABLES };
    const result = getVariableValues(this.#options.supergraph.apiSchema, definitions, given ?? {}, {
      maxErrors: MAX_VARIABLE_ERRORS,
    });
    return result.errors
      ? refusal('variables', 'BAD_USER_INPUT', result.errors)
      : { values: result.coerced };
  }

  #write(
    { root, errors }: Execution,
    operation: CompiledOperation,
    coerced: Readonly<Record<string, unknown>>,
  ): Executed {
    const out = this.#out;
    out.begin();
    out.raw('{"data":');
    new AnswerWriter(out, errors, operation.introspection(coerced)).write(root, operation.shape(coerced));
    if (errors.errors.length === 0) {
      out.raw('}');
      return { body: finished(out) };
    }
    out.raw(',"errors":');
    out.text(JSON.stringify(errors.errors));
    out.raw('}');
    return { body: finished(out), errors: errors.errors };
  }

  #operation(prepared: PreparedOperation, context: GatewayContext): CompiledOperation | Refusal {
    const decision = this.#options.access?.decide(prepared, context.viewer);
    if (decision?.refused !== undefined) return decision;
    const key = decision ? `${prepared.key}\0${decision.key}` : prepared.key;
    const known = this.#compiled.get(key);
    if (known) return known;
    try {
      const { apiSchema } = this.#options.supergraph;
      const compiled = new CompiledOperation(
        prepared,
        this.#planner,
        apiSchema,
        this.#full,
        this.#api,
        decision,
      );
      this.#compiled.set(key, compiled);
      return compiled;
    } catch (error) {
      this.#options.logger.error(
        { err: error, operation: prepared.name },
        'an operation could not be planned',
      );
      const message = 'This operation could not be planned.';
      return { refused: 'internal', errors: [{ message, extensions: { code: 'QUERY_PLANNING_FAILED' } }] };
    }
  }
}

/** Up to this size an answer goes as a string: with the headers it is then one write. */
const STRING_BYTES = 8_192;

function finished(out: JsonBuffer): string | Buffer {
  return out.position <= STRING_BYTES ? out.takeString() : out.take();
}

const NO_VARIABLES: Readonly<Record<string, unknown>> = {};
