import { startSpan, tracing } from '@machshop/telemetry';
import { getVariableValues } from 'graphql';
import type { AccessControl } from '../access/control.ts';
import type { Supergraph } from '../compose/compose.ts';
import { Documents, MAX_CACHED_CHARACTERS, refusal } from '../documents/documents.ts';
import type {
  Engine,
  Executed,
  GatewayContext,
  Logger,
  PlannedSubscription,
  PreparedOperation,
  Refusal,
} from '../engine-api.ts';
import type { DocumentLimits } from '../limits/document-limits.ts';
import { Lru } from '../lru.ts';
import { traceOf } from '../telemetry/traced-transport.ts';
import type { SubgraphTransport } from '../transport/transport.ts';
import { EventProjection } from './event-projection.ts';
import { laterAnswers } from './later.ts';
import { fieldNames, PrivateNames } from './names.ts';
import { type CompileContext, CompiledOperation, type Variant, variableDefinitionsOf } from './operation.ts';
import { Overrides } from './overrides.ts';
import type { Json } from './own.ts';
import { createApolloPlanner, type Planner } from './planner.ts';
import { ErrorList } from './run/errors.ts';
import { Execution, type ExecutionOptions, type Send } from './run/execution.ts';
import { PartedRun } from './run/parted-run.ts';
import { SharedReads } from './run/shared-reads.ts';
import { JsonBuffer } from './shape/json-buffer.ts';
import { isRelevant } from './shape/relevance.ts';
import type { WeightOf } from './shape/shape.ts';
import { AnswerWriter, type OpenPart } from './shape/writer.ts';
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
  /** The labels of `@override`, other than of percent, that hold. */
  readonly overrideLabels?: ReadonlySet<string> | undefined;
  /** Numbers from 0 to 1 that decide for which requests labels of percent hold. */
  readonly random?: () => number;
  /** What callers may see; without it everything. */
  readonly access?: AccessControl | undefined;
  readonly limits?: DocumentLimits | undefined;
  /** What is counted of an answer: what one object or value of a field costs. */
  readonly weightOf?: WeightOf | undefined;
  /** Told of each operation whether its plan was there already. */
  readonly onPlanned?: (cached: boolean) => void;
  /** Told of reads that were answered by another one's request. */
  readonly onShared?: (subgraph: string) => void;
}

/** Our executor over Apollo's planner. */
export function createMachshopEngine(options: MachshopEngineOptions): Engine {
  const { supergraph } = options;
  const documents = new Documents(supergraph.apiSchema, options.limits);
  const machshop = new MachshopEngine(options);
  return {
    name: 'machshop',
    schema: supergraph.apiSchema,
    prepare: (query, operationName) => documents.prepare(query, operationName),
    execute: (operation, variables, context, inParts) =>
      machshop.execute(operation, variables, context, inParts ?? false),
    subscribe: (operation, variables, context) => machshop.subscribe(operation, variables, context),
    warm: (operation) => machshop.warm(operation),
    close: async () => undefined,
  };
}

class MachshopEngine {
  readonly #options: MachshopEngineOptions;
  readonly #context: CompileContext;
  readonly #full: TypeConditions;
  readonly #compiled = new Lru<string, CompiledOperation>(CACHE_LIMIT, MAX_CACHED_CHARACTERS);
  readonly #send: Send;
  readonly #overrides: Overrides;
  readonly #out = new JsonBuffer();

  constructor(options: MachshopEngineOptions) {
    this.#options = options;
    const { supergraph, planner } = options;
    this.#overrides = new Overrides(
      supergraph.overrideLabels,
      options.overrideLabels ?? new Set(),
      options.random,
    );
    this.#full = new TypeConditions(supergraph.fullSchema);
    this.#context = {
      weightOf: options.weightOf,
      planner: planner ?? createApolloPlanner(supergraph),
      schema: supergraph.apiSchema,
      full: this.#full,
      api: new TypeConditions(supergraph.apiSchema),
      names: new PrivateNames(fieldNames(supergraph.fullSchema)),
    };
    const shared = new SharedReads(options.transports, options.onShared ?? (() => {}));
    this.#send = (request, recipient) => shared.send(request, recipient);
  }

  async execute(
    prepared: PreparedOperation,
    given: Readonly<Record<string, unknown>> | undefined,
    context: GatewayContext,
    inParts: boolean,
  ): Promise<Executed | Refusal> {
    const coerced = this.#coerce(prepared, given);
    if (coerced.refused !== undefined) return coerced;
    const planned = this.#planned(prepared, context, coerced.values, inParts);
    if ('refused' in planned) return planned;
    const { plan, defers } = planned.variant;
    const options: ExecutionOptions = {
      plan,
      send: this.#send,
      conditions: this.#full,
      context,
      given: planned.operation.variables(given),
      coerced: coerced.values,
    };
    if (defers) return this.#executeInParts(options, planned);
    const execution = new Execution(options);
    await execution.run();
    return this.#write(execution.root, execution.errors, planned, coerced.values);
  }

  async #executeInParts(options: ExecutionOptions, planned: Planned): Promise<Executed> {
    const { context, coerced } = options;
    const run = new PartedRun(options);
    await run.begin();
    const { root, errors } = run.first;
    // what belongs to no field of the first message belongs to one that comes later
    const own = new ErrorList(errors.errors);
    let open: readonly OpenPart[] = [];
    const executed = this.#write(root, own, planned, coerced, (parts) => {
      open = parts;
    });
    if (open.length === 0) return executed;
    const later = laterAnswers({
      run,
      open,
      out: this.#out,
      names: this.#context.names,
      introspection: planned.operation.introspection(coerced),
      lifetime: context.lifetime,
      finished,
    });
    return { ...executed, later };
  }

  subscribe(
    prepared: PreparedOperation,
    given: Readonly<Record<string, unknown>> | undefined,
    context: GatewayContext,
  ): PlannedSubscription | Refusal {
    const coerced = this.#coerce(prepared, given);
    if (coerced.refused !== undefined) return coerced;
    const planned = this.#planned(prepared, context, coerced.values, false);
    if ('refused' in planned) return planned;
    const { apiSchema, fullSchema } = this.#options.supergraph;
    const projection = new EventProjection(fullSchema, this.#full);
    const { values } = coerced;
    return {
      ...rootFieldOf(prepared, apiSchema, values),
      types: selectedTypes(prepared, apiSchema),
      answer: async (read, caller) => {
        const { plan } = planned.variant;
        const options = {
          plan,
          send: this.#send,
          conditions: this.#full,
          context: caller,
          given: planned.operation.variables(given),
          coerced: values,
        };
        const root = subscriptionRoot(plan, projection, read, this.#full);
        const execution = new Execution(options, { root, found: new Map() });
        await execution.run();
        return this.#write(execution.root, execution.errors, planned, values);
      },
    };
  }

  /** Makes the plan of an operation for those who may see all of it, where no `@skip` or `@include` decides. */
  warm(prepared: PreparedOperation): void {
    if (this.#compiled.get(prepared.key)) return;
    const operation = new CompiledOperation(prepared, this.#context);
    this.#compiled.set(prepared.key, operation);
    operation.variant(NO_VARIABLES, this.#overrides.draw(), false);
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
    return result.errors ? refusal('variables', 'BAD_USER_INPUT', result.errors) : { values: result.coerced };
  }

  /** @param tellParts told what comes later, where something may */
  #write(
    root: Json,
    errors: ErrorList,
    { operation, variant }: Planned,
    coerced: Readonly<Record<string, unknown>>,
    tellParts?: (parts: readonly OpenPart[]) => void,
  ): Executed {
    const out = this.#out;
    if (errors.errors.length > 0) errors.rename(this.#context.names.inResponse);
    errors.keep(({ path }) => !path || isRelevant(path, root, variant.shape));
    out.begin();
    out.raw('{"data":');
    const writer = new AnswerWriter(out, errors, operation.introspection(coerced));
    writer.write(root, variant.shape);
    const { cost, parts } = writer;
    const failed = errors.errors.length > 0;
    if (failed) {
      out.raw(',"errors":');
      out.text(JSON.stringify(errors.errors));
    }
    if (parts.length > 0) out.raw(',"hasNext":true');
    out.raw('}');
    tellParts?.(parts);
    return { body: finished(out), cost, ...(failed ? { errors: errors.errors } : undefined) };
  }

  /** The operation with the plan for this caller and these values of variables. */
  #planned(
    prepared: PreparedOperation,
    context: GatewayContext,
    coerced: Readonly<Record<string, unknown>>,
    inParts: boolean,
  ): Planned | Refusal {
    const decision = this.#options.access?.decide(prepared, context.viewer);
    if (decision?.refused !== undefined) return decision;
    const key = decision ? `${prepared.key}\0${decision.key}` : prepared.key;
    let operation = this.#compiled.get(key);
    this.#options.onPlanned?.(operation !== undefined);
    const span = tracing() ? startSpan('plan', traceOf(context)) : undefined;
    span?.set('graphql.plan.cached', operation !== undefined);
    try {
      if (!operation) {
        operation = new CompiledOperation(prepared, this.#context, decision);
        this.#compiled.set(key, operation);
      }
      return { operation, variant: operation.variant(coerced, this.#overrides.draw(), inParts) };
    } catch (error) {
      this.#options.logger.error(
        { err: error, operation: prepared.name },
        'an operation could not be planned',
      );
      const message = 'This operation could not be planned.';
      return { refused: 'internal', errors: [{ message, extensions: { code: 'QUERY_PLANNING_FAILED' } }] };
    } finally {
      span?.end();
    }
  }
}

interface Planned {
  readonly operation: CompiledOperation;
  readonly variant: Variant;
}

/** Up to this size an answer goes as a string: with the headers it is then one write. */
const STRING_BYTES = 8_192;

function finished(out: JsonBuffer): string | Buffer {
  return out.position <= STRING_BYTES ? out.takeString() : out.take();
}

const NO_VARIABLES: Readonly<Record<string, unknown>> = {};
