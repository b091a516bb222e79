import { newId } from '@machshop/db';
import { Pool } from 'undici';
import type { UserWork } from './shop.ts';

const START = `mutation Start($input: StartOperationInput!) {
  startOperation(input: $input) { execution { id startedAt } errors { __typename code message path } }
}`;
const COMPLETE = `mutation Complete($input: CompleteOperationInput!) {
  completeOperation(input: $input) { execution { id completedAt } errors { __typename code message path } }
}`;
/** A fact of another part of the plant is on its way: asked again after so long. */
const RETRY_MS = 5;
const MAX_RETRIES = 400;

/** What the users met. */
export interface LoadResult {
  readonly seconds: number;
  /** Milliseconds of each request, by what it did. */
  readonly starts: number[];
  readonly completes: number[];
  /** Answers that said: not yet, for one part had not heard of what another one did. */
  readonly early: number;
  readonly errors: string[];
}

/**
 * All users at once, each one operation after another as fast as it is answered, over a connection of its own.
 * @param rest waited for after each answer
 */
export async function runLoad(
  url: string,
  token: string,
  work: readonly UserWork[],
  rest: () => Promise<void> = async () => {},
): Promise<LoadResult> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: work.length, pipelining: 1 });
  const result = { starts: [] as number[], completes: [] as number[], early: 0, errors: [] as string[] };
  const send = async (query: string, input: object, times: number[]) => {
    for (let retry = 0; ; retry++) {
      const began = performance.now();
      const answer = await pool.request({
        path: pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables: { input } }),
      });
      const text = await answer.body.text();
      const refusals = refusalsOf(text);
      if (refusals.length === 0) {
        times.push(performance.now() - began);
        return rest();
      }
      const early = refusals.every(({ __typename }) => __typename === 'NotFoundError');
      if (!early || retry === MAX_RETRIES) {
        result.errors.push(text.slice(0, 300));
        return;
      }
      result.early += 1;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  };
  const began = performance.now();
  await Promise.all(work.map((user) => workThrough(user, send, result)));
  const seconds = (performance.now() - began) / 1_000;
  await pool.close();
  return { seconds, ...result };
}

async function workThrough(
  { equipmentCode, operationIds, serialNumbers }: UserWork,
  send: (query: string, input: object, times: number[]) => Promise<void>,
  { starts, completes }: Pick<LoadResult, 'starts' | 'completes'>,
): Promise<void> {
  for (const serialNumber of serialNumbers)
    for (const operationId of operationIds) {
      const id = newId();
      await send(START, { id, operationId, equipmentCode, serialNumbers: [serialNumber] }, starts);
      await send(COMPLETE, { executionId: id }, completes);
    }
}

type Refusal = { readonly __typename: string; readonly message: string };

function refusalsOf(text: string): Refusal[] {
  const { data, errors = [] } = JSON.parse(text) as {
    data?: Record<string, { errors: Refusal[] } | null> | null;
    errors?: { message: string }[];
  };
  const [payload] = Object.values(data ?? {});
  return [...errors.map(({ message }) => ({ __typename: 'Fault', message })), ...(payload?.errors ?? [])];
}
