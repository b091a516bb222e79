import { type ConstDirectiveNode, Kind, parse, type SelectionSetNode } from 'graphql';

/** The value of an argument of a `@join__field`. */
export function joinArgument({ name, arguments: args }: ConstDirectiveNode, argument: string) {
  return name.value === 'join__field' ? args?.find((one) => one.name.value === argument)?.value : undefined;
}

/** What a `@join__field` requires. */
export function requirementOf(directive: ConstDirectiveNode): SelectionSetNode | undefined {
  const value = joinArgument(directive, 'requires');
  if (value?.kind !== Kind.STRING) return undefined;
  const [operation] = parse(`{ ${value.value} }`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : undefined;
}
