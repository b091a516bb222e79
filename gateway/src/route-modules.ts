import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Gateway } from './gateway.ts';
import type { Route } from './http/server.ts';

/** What a module's routes are made with: they run operations as whoever called. */
export interface RouteHost {
  readonly run: Gateway['run'];
}

type MakeRoutes = (host: RouteHost) => readonly Route[];

/** An export of this name takes a {@link RouteHost} and gives routes. */
const NAME = /(^r|R)outes$/;

/**
 * Loads routes that are served beside GraphQL: `b2mmlRoutes({ run })` of `subgraphs/integration/src/http.ts`.
 * @param files modules, from the working directory
 * @throws Error with one sentence when a module cannot be loaded or gives no routes
 */
export async function loadRoutes(files: readonly string[], host: RouteHost): Promise<Route[]> {
  const routes: Route[] = [];
  for (const file of files) {
    const exported = await load(file);
    const makers = Object.entries(exported).filter(
      (entry): entry is [string, MakeRoutes] => NAME.test(entry[0]) && typeof entry[1] === 'function',
    );
    if (makers.length === 0)
      throw new Error(`${file} exports no function whose name ends with Routes: it gives no routes`);
    for (const [, make] of makers) routes.push(...make(host));
  }
  return routes;
}

async function load(file: string): Promise<object> {
  try {
    return (await import(pathToFileURL(resolve(file)).href)) as object;
  } catch (error) {
    throw new Error(`the routes of ${file} cannot be loaded: ${(error as Error).message}`, { cause: error });
  }
}
