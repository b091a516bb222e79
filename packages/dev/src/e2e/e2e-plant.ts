import type { EventInput } from '@machshop/events';
import type { EventDefinition } from '@machshop/schema/events/define.ts';
import type { GraphQLSchema } from 'graphql';
import type postgres from 'postgres';

/** A tenant with its first administrator. */
export interface E2eTenant {
  readonly code: string;
  readonly tenantId: string;
  readonly siteId: string;
  readonly adminPassword: string;
}

/** A whole plant of a test file's own, in one process or in many; tests see no difference. */
export interface E2ePlant {
  /** Where the gateway listens: `http://127.0.0.1:20123`. */
  readonly origin: string;
  /** The first tenant. */
  readonly tenant: E2eTenant;
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** The subgraphs at work. */
  readonly subgraphs: readonly string[];
  /** The database's administrator: passes row-level security, for looking. */
  readonly admin: postgres.Sql;
  /** The address that a subgraph's role uses. */
  roleUrl(subgraph: string): string;
  /** Makes another tenant, as an installation would. */
  makeTenant(code: string): Promise<E2eTenant>;
  /** Says an event as its own domain would. */
  say<D extends EventDefinition>(tenantId: string, definition: D, input: EventInput<D>): Promise<void>;
  /** Puts anything at all on the bus. */
  publish(subject: string, message: string): Promise<void>;
  /** Resolves when all that was said has been published and heard. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}
