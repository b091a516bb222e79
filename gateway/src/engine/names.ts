import {
  type FieldNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  type OperationDefinitionNode,
} from 'graphql';

/** What a plan calls its own variables. */
const RESERVED_VARIABLE = /^(representations|contextualArgument_.*)$/;

/** What the name of a field ends in that is required with arguments. */
const REQUIRED = /__r\d+_*$/;
/** What the planner adds to a name that it cannot merge with another. */
const NOT_MERGED = /__alias_\d+$/;

/**
 * Under which names data is gathered. A client may call a value by the name of another field. A plan that
 * needs that field as well, for a key or for what another field requires, would take the one for the other:
 * such a value gets a name of its own until the answer is written.
 */
export class PrivateNames {
  readonly #fields: ReadonlySet<string>;
  readonly #suffix: string;

  /** @param fields the names of all fields that a plan may ask for */
  constructor(fields: ReadonlySet<string>) {
    this.#fields = fields;
    let suffix = '__a';
    while ([...fields].some((name) => name.endsWith(suffix))) suffix += 'a';
    this.#suffix = suffix;
  }

  /** The name under which a selection's value is gathered: mostly its response name. */
  of({ alias, name }: FieldNode): string {
    const response = alias?.value ?? name.value;
    if (response === name.value) return response;
    return this.#isTaken(response) ? response + this.#suffix : response;
  }

  #isTaken(name: string): boolean {
    return (
      this.#fields.has(name) || REQUIRED.test(name) || NOT_MERGED.test(name) || name.endsWith(this.#suffix)
    );
  }

  /** A path of gathered names in the client's words. */
  readonly inResponse = (path: readonly (string | number)[]): readonly (string | number)[] =>
    path.some((step) => this.#response(step) !== step) ? path.map((step) => this.#response(step)) : path;

  #response(step: string | number): string | number {
    if (typeof step === 'number' || this.#fields.has(step)) return step;
    if (step.endsWith(this.#suffix)) return step.slice(0, -this.#suffix.length);
    return step.replace(REQUIRED, '');
  }
}

/** The names of all fields that a plan may ask for: those of the supergraph, and the planner's own. */
export function fieldNames(schema: GraphQLSchema): ReadonlySet<string> {
  const names = new Set(['__typename']);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const name of Object.keys(type.getFields())) names.add(name);
  }
  return names;
}

/** New names for variables that are called like those of plans, by the client's names. */
export function renamedVariables({
  variableDefinitions,
}: OperationDefinitionNode): ReadonlyMap<string, string> {
  const names = (variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  const taken = new Set(names);
  const renamed = new Map<string, string>();
  for (const name of names) {
    if (!RESERVED_VARIABLE.test(name)) continue;
    let free = `client_${name}`;
    while (taken.has(free)) free = `client_${free}`;
    taken.add(free);
    renamed.set(name, free);
  }
  return renamed;
}
