import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Answers which type conditions cover which types of one schema, and remembers the answers. */
export class TypeConditions {
  readonly #schema: GraphQLSchema;
  readonly #abstract: ReadonlySet<string>;
  readonly #known = new Map<string, boolean>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
    this.#abstract = new Set(
      Object.values(schema.getTypeMap())
        .filter(isAbstractType)
        .map(({ name }) => name),
    );
  }

  /** The names of interfaces and unions. */
  get abstractNames(): ReadonlySet<string> {
    return this.#abstract;
  }

  /** Whether an object whose `__typename` is `typename` is covered by `condition`. */
  covers(condition: string, typename: string): boolean {
    if (condition === typename) return true;
    const key = `${condition} ${typename}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const answer = this.#covers(condition, typename);
    // names come from subgraphs: unknown ones are not remembered
    if (answer || this.#schema.getType(typename)) this.#known.set(key, answer);
    return answer;
  }

  #covers(condition: string, typename: string): boolean {
    const type = this.#schema.getType(typename);
    const wanted = this.#schema.getType(condition);
    if (!type || !wanted || !isAbstractType(wanted)) return false;
    return (isObjectType(type) || isInterfaceType(type)) && this.#schema.isSubType(wanted, type);
  }
}
