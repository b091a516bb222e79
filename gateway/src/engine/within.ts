import { createContext, Script } from 'node:vm';

const sandbox: { run: () => void } = createContext({ run: () => undefined }) as never;
const script = new Script('run()', { filename: 'within.js' });

/**
 * Runs work that does not wait, and breaks it off when it takes too long: nothing else runs meanwhile.
 * Not to be called by the work itself.
 * @throws Error with code `ERR_SCRIPT_EXECUTION_TIMEOUT`
 */
export function within<Result>(limitMs: number, work: () => Result): Result {
  let result: { readonly value: Result } | undefined;
  sandbox.run = () => {
    result = { value: work() };
  };
  try {
    script.runInContext(sandbox as never, { timeout: limitMs });
  } finally {
    sandbox.run = () => undefined;
  }
  if (!result) throw new Error('the work did not end');
  return result.value;
}
