import {
  buildSchema,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

const IGNORED = /^__/;
const PASCAL = /^[A-Z][A-Za-z0-9]*$/;
const CAMEL = /^[a-z][A-Za-z0-9]*$/;
const UPPER = /^[A-Z][A-Z0-9_]*$/;

/** What in an API goes against the house's style, one sentence each. */
export function lintSchema(sdl: string): string[] {
  const schema = buildSchema(sdl);
  return [...names(schema), ...mutations(schema), ...connections(schema)];
}

function* names(schema: GraphQLSchema): Generator<string> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (IGNORED.test(type.name)) continue;
    if (!PASCAL.test(type.name)) yield `${type.name}: types are in PascalCase`;
    if (isEnumType(type)) {
      for (const { name } of type.getValues())
        if (!UPPER.test(name)) yield `${type.name}.${name}: enum values are in UPPER_CASE`;
    }
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const name of Object.keys(type.getFields()))
        if (!CAMEL.test(name)) yield `${type.name}.${name}: fields are in camelCase`;
    }
  }
}

/** One business action: one input in, one payload with errors out. */
function* mutations(schema: GraphQLSchema): Generator<string> {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const capital = field.name[0]?.toUpperCase() + field.name.slice(1);
    const [input, ...more] = field.args;
    const type = String(input?.type ?? '').replace(/!$/, '');
    if (more.length > 0 || (input && (input.name !== 'input' || type !== `${capital}Input`))) {
      yield `Mutation.${field.name}: takes input: ${capital}Input and nothing else`;
    }
    if (String(field.type) !== `${capital}Payload!`)
      yield `Mutation.${field.name}: answers ${capital}Payload!`;
    const payload = schema.getType(`${capital}Payload`);
    if (isObjectType(payload) && String(payload.getFields().errors?.type) !== '[UserError!]!') {
      yield `${capital}Payload.errors: must be [UserError!]!`;
    }
  }
}

/** A list of Relay's kind asks how many. */
function* connections(schema: GraphQLSchema): Generator<string> {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || IGNORED.test(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!/Connection!?$/.test(String(field.type))) continue;
      if (String(field.args.find(({ name }) => name === 'first')?.type) !== 'Int!') {
        yield `${type.name}.${field.name}: a connection takes first: Int!`;
      }
    }
  }
}
