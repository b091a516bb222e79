import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { anonymous, type Viewer } from '@machshop/auth';
import type { Database } from '@machshop/db';
import type { Bus, Consumer, RunningConsumer } from '@machshop/events';
import { inSpan, type Logger, type Trace } from '@machshop/telemetry';
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  parse,
  Source,
  validate,
} from 'graphql';
import { compiler } from './compiled.ts';
import { type Context, createContext } from './context.ts';
import { printDirectives } from './directives.ts';
import { guard, type Permissions } from './guard.ts';
import { depthLimit, MAX_DEPTH, MAX_TOKENS } from './limits.ts';
import { maskErrors } from './mask.ts';
import { scalars } from './scalars.ts';

/** One aggregate's part of the graph. */
export interface Aggregate {
  // resolver maps are checked by the generated types where they are written
  readonly resolvers: object;
  readonly permissions: Permissions;
}

export interface SubgraphDefinition {
  /** Kebab-case: the folder's name, the NATS domain token and, with `_`, the Postgres schema and role. */
  readonly name: string;
  /** The `src` folder: `import.meta.dirname`. */
  readonly dir: string;
  readonly aggregates: readonly Aggregate[];
  readonly consumers?: readonly Consumer[];
  /**
   * Starts what works on its own beside the consumers: consumers that need what `start` made, periodic jobs.
   * They are stopped with the subgraph.
   */
  readonly workers?: (setup: WorkerSetup) => Promise<readonly Worker[]>;
  /** Runs before the first request: makes what resolvers find in `context.services`. */
  readonly start?: (setup: SubgraphSetup) => Promise<Readonly<Record<string, unknown>>>;
  /** Routes of its own, beside GraphQL: the auth subgraph's JWKS. */
  readonly routes?: Readonly<
    Record<
      string,
      (services: Readonly<Record<string, unknown>>) => Promise<{ status: number; type: string; body: string }>
    >
  >;
}

/** What a subgraph may use at its start. */
export interface SubgraphSetup {
  readonly db: Database;
  readonly log: Logger;
  readonly now: () => Date;
  /** A named secret from the environment or the secrets file. */
  readonly secret: (name: string) => string;
}

/** What a subgraph's workers may use. */
export interface WorkerSetup extends SubgraphSetup {
  readonly bus: Bus;
  /** What `start` made. */
  readonly services: Readonly<Record<string, unknown>>;
}

/** Something at work; `idle` resolves when nothing is left to do now. */
export type Worker = RunningConsumer;

export interface ExecuteRequest {
  /** The text, or the parsed document with the text left empty. */
  query: string | DocumentNode;
  operationName?: string | null | undefined;
  variables?: Record<string, unknown> | undefined;
  viewer?: Viewer | undefined;
  trace?: Trace | null | undefined;
}

export interface Subgraph {
  readonly name: string;
  readonly definition: SubgraphDefinition;
  /** What is given to composition. */
  readonly sdl: string;
  /** Its Subscription fields, which the gateway serves: its `events.graphql` files; undefined for none. */
  readonly events: string | undefined;
  readonly schema: GraphQLSchema;
  /** The folder of its migrations. */
  readonly migrations: string;
  /** Answers operations against a database. */
  attach(parts: AttachedParts): (request: ExecuteRequest) => Promise<ExecutionResult>;
}

export interface AttachedParts {
  db: Database;
  now: () => Date;
  log: Logger;
  services: Readonly<Record<string, unknown>>;
}

const COMMON = readFileSync(new URL(import.meta.resolve('@machshop/schema/common.graphql')), 'utf8');
const DOCUMENTS = 1_000;

/** The SDL of a subgraph's folder: subgraph.graphql, what all share, and every aggregate's schema.graphql. */
export function readSdl(dir: string): string {
  const files = globSync('*/schema.graphql', { cwd: dir }).sort();
  const texts = files.map((file) => readFileSync(join(dir, file), 'utf8'));
  return [readFileSync(join(dir, 'subgraph.graphql'), 'utf8'), COMMON, ...texts].join('\n');
}

/** The text of every aggregate's events.graphql; undefined when there is none. */
export function readEvents(dir: string): string | undefined {
  const files = globSync('*/events.graphql', { cwd: dir }).sort();
  const texts = files.map((file) => readFileSync(join(dir, file), 'utf8'));
  return texts.length > 0 ? texts.join('\n') : undefined;
}

/** Ties a subgraph together; the same thing is hosted over HTTP or called in process. */
export function defineSubgraph(definition: SubgraphDefinition): Subgraph {
  const permissions = mergePermissions(definition);
  const sdl = printDirectives(definition.name, readSdl(definition.dir), permissions);
  const typeDefs = parse(new Source(sdl, `${definition.name}.graphql`));
  const resolvers = [scalarsOf(typeDefs), ...definition.aggregates.map((aggregate) => aggregate.resolvers)];
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: mergeResolvers(resolvers) }] as never);
  guard(schema, permissions);
  const migrations = join(definition.dir, '..', 'migrations');
  if (!existsSync(migrations)) throw new Error(`${definition.name} has no folder for migrations`);
  return {
    name: definition.name,
    definition,
    sdl,
    events: readEvents(definition.dir),
    schema,
    migrations,
    attach: (parts) => attach(definition.name, schema, parts),
  };
}

function attach(name: string, schema: GraphQLSchema, parts: AttachedParts) {
  const compiled = compiler(schema);
  const documents = new Map<string, DocumentNode | readonly GraphQLError[]>();
  const checked = (query: string): DocumentNode | readonly GraphQLError[] => {
    let document = documents.get(query);
    if (!document) {
      document = checkDocument(schema, query);
      if (documents.size >= DOCUMENTS) documents.delete(documents.keys().next().value as string);
      documents.set(query, document);
    }
    return document;
  };
  return async (request: ExecuteRequest): Promise<ExecutionResult> => {
    // a parsed document comes from our own gateway, planned on this very schema
    const document = typeof request.query === 'string' ? checked(request.query) : request.query;
    if (!('kind' in document)) return { errors: document };
    return inSpan(`${name} execute`, request.trace, async ({ trace }) => {
      const viewer = request.viewer ?? anonymous();
      const context: Context = createContext({ subgraph: name, viewer, trace, ...parts });
      const result = await compiled(document)(request.operationName, context, request.variables);
      return maskErrors(result, context.log);
    });
  };
}

function checkDocument(schema: GraphQLSchema, query: string): DocumentNode | readonly GraphQLError[] {
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS });
    const deep = depthLimit(document, MAX_DEPTH);
    if (deep) return [deep];
    const errors = validate(schema, document);
    return errors.length > 0 ? errors : document;
  } catch (error) {
    return [error as GraphQLError];
  }
}

function scalarsOf(typeDefs: DocumentNode): object {
  const declared = new Set(
    typeDefs.definitions.flatMap((node) => (node.kind === 'ScalarTypeDefinition' ? [node.name.value] : [])),
  );
  return Object.fromEntries(Object.entries(scalars).filter(([name]) => declared.has(name)));
}

function mergeResolvers(parts: readonly object[]): Record<string, object> {
  const merged: Record<string, object> = {};
  for (const part of parts) {
    for (const [type, fields] of Object.entries(part)) {
      merged[type] = merged[type] ? { ...merged[type], ...fields } : fields;
    }
  }
  return merged;
}

function mergePermissions({ name, aggregates }: SubgraphDefinition): Permissions {
  const merged: Record<string, Permissions[string]> = {};
  for (const { permissions } of aggregates) {
    for (const [type, own] of Object.entries(permissions)) {
      const before = merged[type];
      if (before && 'resolve' in before) throw new Error(`${name}: two rules for ${type}`);
      merged[type] = before ? ({ ...before, ...own } as Permissions[string]) : own;
    }
  }
  return merged;
}
