/** The environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What this process has. */
export const processEnvironment = (): Environment => process.env;

const NAME = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/**
 * A parsed configuration with every `${NAME}` in its texts filled in from the environment; `$${` stands for `${`.
 * What the environment does not have is told to `missing` with its path, and left as it is.
 */
export function withEnvironment(
  given: unknown,
  env: Environment,
  missing: (path: readonly (string | number)[], name: string) => void,
  path: readonly (string | number)[] = [],
): unknown {
  if (typeof given === 'string') return filled(given, env, (name) => missing(path, name));
  if (Array.isArray(given))
    return given.map((one, index) => withEnvironment(one, env, missing, [...path, index]));
  if (typeof given !== 'object' || given === null) return given;
  return Object.fromEntries(
    Object.entries(given).map(([key, one]) => [key, withEnvironment(one, env, missing, [...path, key])]),
  );
}

function filled(text: string, env: Environment, missing: (name: string) => void): string {
  return text
    .split('$${')
    .map((part) =>
      part.replace(NAME, (whole, name: string) => {
        const value = env[name];
        if (value === undefined || value === '') {
          missing(name);
          return whole;
        }
        return value;
      }),
    )
    .join('${');
}
