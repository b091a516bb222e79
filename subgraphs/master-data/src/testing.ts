import { persona, type TestPlant } from '@machshop/testing';

/** What a refused mutation says. */
export interface TestError {
  code: string;
  message: string;
  path: string[];
  [fact: string]: unknown;
}

/** Answers of mutations with the fields that a test selects. */
export type Payload<T> = T & { errors: TestError[] };

export const planner = persona('PLANNER');
export const operator = persona('OPERATOR');

const ERRORS = `errors { code message path ... on BomCycleError { partNumbers } ... on BomOverlapError { effectiveFrom } ... on IllegalTransitionError { from to } }`;

/** Calls a mutation as the planner, selecting `fields` of its payload. */
export async function mutate<T>(
  plant: TestPlant,
  mutation: string,
  fields: string,
  input: unknown,
  viewer = planner,
): Promise<Payload<T>> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await plant.run<Record<string, Payload<T>>>(
    'master-data',
    viewer,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} ${ERRORS} } }`,
    { input },
  );
  return answer[mutation] as Payload<T>;
}

/** Asks a question as the planner. */
export const ask = <T>(
  plant: TestPlant,
  query: string,
  variables: Record<string, unknown> = {},
  viewer = planner,
) => plant.run<T>('master-data', viewer, query, variables);

interface Made {
  part: { id: string };
  partRevision: { id: string; revision: string };
}

/** A part with a published revision A, effective since 2017 unless said otherwise. */
export async function publishedPart(plant: TestPlant, number: string, more: Record<string, unknown> = {}) {
  const { effectiveFrom = '2017-01-01T00:00:00Z', ...content } = more;
  const input = { number, name: `Part ${number}`, unit: 'C62', tracking: 'SERIAL', ...content };
  const { part, partRevision, errors } = await mutate<Made>(
    plant,
    'createPart',
    'part { id } partRevision { id revision }',
    input,
  );
  if (errors.length > 0) throw new Error(errors.map((error) => error.message).join());
  await mutate(plant, 'publishPartRevision', 'partRevision { status }', {
    id: partRevision.id,
    effectiveFrom,
  });
  return { id: part.id, revisionId: partRevision.id, number };
}

/** A bill of one-by-one lines, as input. */
export const linesOf = (...numbers: string[]) =>
  numbers.map((partNumber, index) => ({
    position: (index + 1) * 10,
    partNumber,
    quantity: { value: '1', unit: 'C62' },
  }));
