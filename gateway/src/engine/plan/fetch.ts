import type { FetchDataRewrite, FetchNode } from '@apollo/query-planner';
import { type DocumentNode, type FieldNode, Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import type { TypeConditions } from '../types.ts';
import { type ContextValue, contextValue } from './contexts.ts';
import type { MendedFetch } from './mend.ts';
import { type MergeTree, mergeTreeOf } from './merge-tree.ts';
import { RequiredSelection } from './representations.ts';

/** A document for one subgraph, ready to be sent. */
export interface SubgraphDocument {
  /** Unique in this process. */
  readonly id: number;
  readonly query: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** The request's body up to and with `"variables":`. */
  readonly prefix: string;
}

/** A fetch node of a plan, compiled. */
export interface CompiledFetch extends SubgraphDocument {
  /** What the plan calls it where something that comes later waits for it. */
  readonly planId: string | undefined;
  readonly subgraph: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly operation: OperationDefinitionNode;
  /** The client's variables that it uses. */
  readonly variables: readonly string[];
  /** Where its data belongs: response names, `@` for every item of a list. */
  readonly path: readonly string[];
  /** Undefined for a fetch of root fields. */
  readonly entities: EntityFetch | undefined;
  /** Variables that are read from what stands above the entities. */
  readonly contexts: readonly ContextValue[] | undefined;
  readonly tree: MergeTree;
  readonly outputRewrites: readonly FetchDataRewrite[] | undefined;
}

/** What a fetch of entities asks and by what it finds them. */
export interface EntityFetch {
  readonly requires: RequiredSelection;
  readonly inputRewrites: readonly FetchDataRewrite[] | undefined;
  /** The `_entities` field. */
  readonly field: FieldNode;
  /** Fetches with equal keys ask the same of an entity, so their representations can go together. */
  readonly sameness: string;
}

let lastId = 0;

/** Makes a document ready to be sent. */
export function subgraphDocument(
  document: DocumentNode,
  query: string,
  operationName: string | undefined,
): SubgraphDocument {
  lastId += 1;
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  return {
    id: lastId,
    query,
    document,
    operationName,
    prefix: `{"query":${JSON.stringify(query)}${name},"variables":`,
  };
}

/** Compiles a fetch node that stands below `path`. */
export function compileFetch(
  node: MendedFetch,
  path: readonly string[],
  conditions: TypeConditions,
): CompiledFetch {
  const contexts = node.contextRewrites?.map(contextValue) ?? [];
  if (contexts.length > 0 && !node.requires)
    throw new Error('a fetch of root fields has values of a context');
  const document = parse(node.operation, { noLocation: true });
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('a fetch of the plan has no operation');
  const outputRewrites =
    node.outputRewrites && node.outputRewrites.length > 0 ? node.outputRewrites : undefined;
  const entities = node.requires ? entityFetch(node, node.requires, operation, conditions) : undefined;
  const selection = entities ? entities.field.selectionSet : operation.selectionSet;
  return {
    ...subgraphDocument(document, node.operation, node.operationName),
    planId: node.id,
    subgraph: node.serviceName,
    kind: node.operationKind,
    operation,
    variables: (node.variableUsages ?? []).filter((name) => !contexts.some((one) => one.variable === name)),
    contexts: contexts.length > 0 ? contexts : undefined,
    path,
    entities,
    tree: mergeTreeOf(selection ? [selection] : [], outputRewrites ?? [], conditions.abstractNames),
    outputRewrites,
  };
}

function entityFetch(
  node: MendedFetch,
  requires: NonNullable<FetchNode['requires']>,
  operation: OperationDefinitionNode,
  conditions: TypeConditions,
): EntityFetch {
  const field = operation.selectionSet.selections[0];
  if (
    field?.kind !== Kind.FIELD ||
    field.name.value !== '_entities' ||
    operation.selectionSet.selections.length !== 1
  ) {
    throw new Error('a fetch of entities asks for something else than _entities');
  }
  const inputRewrites = node.inputRewrites && node.inputRewrites.length > 0 ? node.inputRewrites : undefined;
  return {
    requires: new RequiredSelection(requires, conditions, node.only),
    inputRewrites,
    field,
    sameness: `${print(field)}${JSON.stringify(node.outputRewrites ?? [])}`,
  };
}
