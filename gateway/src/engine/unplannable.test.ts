import { describe, expect, it } from 'vitest';
import { composeSupergraph } from '../compose/compose.ts';
import type { GatewayContext } from '../engine-api.ts';
import { Lifetime } from '../lifetime.ts';
import { ANYONE, SILENT } from '../testing/gateway.ts';
import { shop } from '../testing/shop.ts';
import { executeOf } from '../testing/subgraphs.ts';
import { InProcessTransport } from '../transport/in-process.ts';
import { createMachshopEngine } from './engine.ts';
import { createApolloPlanner } from './planner.ts';

describe('an operation that the planner cannot plan in parts', () => {
  const QUERY = '{ order(id: "1") { id ... @defer { number } } }';

  /** What comes of it where the planner fails so for what is deferred, and how often it was asked. */
  async function failing(fault: Error) {
    const supergraph = composeSupergraph(shop());
    const real = createApolloPlanner(supergraph);
    let asked = 0;
    const engine = createMachshopEngine({
      supergraph,
      transports: new Map(shop().map((one) => [one.name, new InProcessTransport(executeOf(one))])),
      logger: SILENT,
      planner: {
        plan: (operation) => {
          asked += 1;
          if (JSON.stringify(operation.document).includes('defer')) throw fault;
          return real.plan(operation);
        },
      },
    });
    const prepared = engine.prepare(QUERY, undefined);
    if (prepared.refused !== undefined) throw new Error('the operation is not valid');
    const context: GatewayContext = { ...ANYONE, requestId: 'r', headers: {}, lifetime: new Lifetime() };
    const execute = () => engine.execute(prepared, {}, context, true);
    return { outcomes: [await execute(), await execute()], asked };
  }

  it('is answered whole, and planned once for each', async () => {
    const { outcomes, asked } = await failing(new Error('something deferred is beyond it'));
    expect(outcomes).toMatchObject(
      [{}, {}].map(() => ({ body: '{"data":{"order":{"id":"1","number":"WO-1"}}}' })),
    );
    expect(outcomes.some((one) => 'later' in one)).toBe(false);
    expect(asked).toBe(2);
  });

  it('is refused where the planner took all its time, which it does not get twice', async () => {
    const late = Object.assign(new Error('timed out'), { code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' });
    const { outcomes, asked } = await failing(late);
    expect(outcomes).toMatchObject(
      [{}, {}].map(() => ({
        refused: 'internal',
        errors: [{ extensions: { code: 'QUERY_PLANNING_FAILED' } }],
      })),
    );
    expect(asked).toBe(1);
  });
});
