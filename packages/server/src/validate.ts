import type { z } from 'zod';
import { invalidInput, Refused, type UserErrorData } from './refusal.ts';

/**
 * Parses a mutation's input.
 * @throws Refused with one InvalidInputError for each fault, its path beginning with `input`
 */
export function checkInput<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const errors: UserErrorData[] = result.error.issues.map((issue) => {
    const path = ['input', ...issue.path.map(String)];
    const code =
      issue.code === 'custom' && typeof issue.params?.code === 'string' ? issue.params.code : 'INVALID_VALUE';
    return invalidInput(path, code, `${path.slice(1).join('.') || 'input'}: ${issue.message}`);
  });
  throw new Refused(...(errors as [UserErrorData, ...UserErrorData[]]));
}
