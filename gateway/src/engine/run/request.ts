import type { Trace } from '@machshop/telemetry';
import type { GatewayContext } from '../../engine-api.ts';
import type { SubgraphRequest } from '../../transport/transport.ts';
import type { SubgraphDocument } from '../plan/fetch.ts';

/** One list of representations: their texts, and the function that makes them as objects. */
export interface RepresentationList {
  readonly variable: string;
  readonly texts: readonly string[];
  build(): unknown[];
}

/** A request to a subgraph that is written as JSON or made as objects only when a transport wants that. */
export class EngineRequest implements SubgraphRequest {
  readonly subgraph: string;
  readonly isRead: boolean;
  readonly context: GatewayContext;
  trace: Trace | undefined = undefined;
  readonly #document: SubgraphDocument;
  readonly #values: ClientVariables;
  readonly #names: readonly string[];
  readonly #lists: readonly RepresentationList[];
  #variablesText: string | undefined;

  constructor(
    subgraph: string,
    isRead: boolean,
    context: GatewayContext,
    document: SubgraphDocument,
    values: ClientVariables,
    names: readonly string[],
    lists: readonly RepresentationList[],
  ) {
    this.subgraph = subgraph;
    this.isRead = isRead;
    this.context = context;
    this.#document = document;
    this.#values = values;
    this.#names = names;
    this.#lists = lists;
  }

  get query(): string {
    return this.#document.query;
  }

  get document() {
    return this.#document.document;
  }

  get documentId(): number {
    return this.#document.id;
  }

  get operationName(): string | undefined {
    return this.#document.operationName;
  }

  get variables(): Readonly<Record<string, unknown>> {
    const variables: Record<string, unknown> = {};
    for (const name of this.#names) {
      const value = this.#values.value(name);
      if (value !== undefined) variables[name] = value;
    }
    for (const list of this.#lists) variables[list.variable] = list.build();
    return variables;
  }

  get variablesText(): string {
    this.#variablesText ??= this.#writeVariables();
    return this.#variablesText;
  }

  get body(): string {
    return `${this.#document.prefix}${this.variablesText}}`;
  }

  #writeVariables(): string {
    let text = '';
    for (const name of this.#names) {
      const value = this.#values.text(name);
      if (value !== undefined) text += `${text === '' ? '' : ','}"${name}":${value}`;
    }
    for (const { variable, texts } of this.#lists)
      text += `${text === '' ? '' : ','}"${variable}":[${texts.join(',')}]`;
    return `{${text}}`;
  }
}

/** The client's variables as given, each written as JSON at most once. */
export class ClientVariables {
  readonly #given: Readonly<Record<string, unknown>> | undefined;
  #texts: Map<string, string> | undefined;

  constructor(given: Readonly<Record<string, unknown>> | undefined) {
    this.#given = given;
  }

  /** These and others, which win. */
  with(others: Readonly<Record<string, unknown>>): ClientVariables {
    return new ClientVariables({ ...this.#given, ...others });
  }

  value(name: string): unknown {
    return this.#given && Object.hasOwn(this.#given, name) ? this.#given[name] : undefined;
  }

  text(name: string): string | undefined {
    const known = this.#texts?.get(name);
    if (known !== undefined) return known;
    const value = this.value(name);
    if (value === undefined) return undefined;
    const text = JSON.stringify(value);
    this.#texts ??= new Map();
    this.#texts.set(name, text);
    return text;
  }
}
