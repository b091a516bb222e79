import { existsSync } from 'node:fs';
import { validateAgainstXsd } from '../../../../subgraphs/integration/src/b2mml/index.ts';
import { type ChainState, checkLine } from '../../../../subgraphs/traceability/src/audit-entry/chain.ts';
import type { PlantClient } from '../client/plant-client.ts';
import { check } from './check.ts';
import * as documents from './documents.ts';
import { checkGenealogies, checkTraces } from './genealogy-checks.ts';
import type { ReplayPlan } from './plan-types.ts';
import type { Check, ReportedOrder } from './report.ts';

/** What the checks counted on their way. */
export interface Looked {
  readonly checks: Check[];
  readonly orders: ReportedOrder[];
  readonly executions: number;
  readonly serials: number;
  readonly edges: number;
  readonly events: number;
  readonly unexpected: string[];
}

/** Looks at everything through the public API, as an auditor would. */
export async function lookAround(client: PlantClient, plan: ReplayPlan, schemas: string): Promise<Looked> {
  await settled(client);
  const genealogy = await checkGenealogies(client, plan);
  const traces = await checkTraces(client, plan);
  const orders = await checkOrders(client, plan, schemas);
  const inventory = await checkInventory(client);
  const audit = await checkAudit(client);
  const { deadLetters } = await client.query<{
    deadLetters: { nodes: { consumer: string; subject: string; error: string }[] };
  }>('auditor', documents.DEAD_LETTERS);
  return {
    checks: [...genealogy.checks, ...traces, ...orders.checks, inventory, audit.check],
    orders: orders.orders,
    executions: orders.executions,
    serials: orders.serials,
    edges: genealogy.edges,
    events: audit.events,
    unexpected: deadLetters.nodes.map(
      ({ consumer, subject, error }) => `${consumer} gave up on ${subject}: ${error}`,
    ),
  };
}

/** Everything said has been heard: the audit trail, which hears all, has not grown for a second. */
async function settled(client: PlantClient): Promise<void> {
  let last = '';
  let since = Date.now();
  await client.until(async () => {
    const { auditHead } = await client.query<{ auditHead: { sequence: string } | null }>(
      'auditor',
      documents.AUDIT_HEAD,
    );
    const sequence = auditHead?.sequence ?? '0';
    if (sequence !== last) {
      last = sequence;
      since = Date.now();
    }
    return Date.now() - since > 1_000 ? true : null;
  }, 'the plant to settle');
}

interface OrderAnswer {
  number: string;
  status: string;
  quantity: { value: string };
  part: { number: string } | null;
  asBuilt: {
    units: unknown[];
    differences: { kind: string; serialNumber: string; componentNumber: string | null }[];
  } | null;
  /** Null while the integration subgraph does not answer. */
  integrationMessages: { nodes: { kind: string; content: string }[] } | null;
}

async function checkOrders(client: PlantClient, plan: ReplayPlan, schemas: string) {
  const orders: ReportedOrder[] = [];
  const unfinished: string[] = [];
  const differences: string[] = [];
  const invalid: string[] = [];
  let messages = 0;
  let executions = 0;
  let serials = 0;
  for (const { number } of plan.orders) {
    const order = await client.until(
      () => orderWithPerformance(client, number),
      `the performance message of ${number}`,
    );
    orders.push({
      number,
      partNumber: order.part?.number ?? '',
      quantity: order.quantity.value,
      status: order.status,
    });
    if (order.status !== 'COMPLETED' && order.status !== 'CLOSED')
      unfinished.push(`${number} is ${order.status}`);
    serials += order.asBuilt?.units.length ?? 0;
    for (const { kind, serialNumber, componentNumber } of order.asBuilt?.differences ?? [])
      differences.push(`${serialNumber}: ${kind} ${componentNumber}`);
    for (const message of order.integrationMessages?.nodes ?? []) {
      if (message.kind !== 'PERFORMANCE') continue;
      messages++;
      if (existsSync(schemas))
        for (const fault of validateAgainstXsd(message.content, schemas))
          invalid.push(`${number} line ${fault.line}: ${fault.message}`);
    }
    executions += await countExecutions(client, number);
  }
  const detail = existsSync(schemas)
    ? `${messages} OperationsPerformance messages`
    : `${messages} messages; skipped: the schemas of B2MML are not in ${schemas}`;
  const checks = [
    check('every order is complete', unfinished, `${orders.length} orders`),
    check('what was built is what was designed', differences, `${serials} units`),
    check('the performance message of every order validates against B2MML V7', invalid, detail),
  ];
  return { orders, checks, executions, serials };
}

async function orderWithPerformance(client: PlantClient, number: string): Promise<OrderAnswer | null> {
  const { workOrderByNumber: order } = await client.query<{ workOrderByNumber: OrderAnswer | null }>(
    'auditor',
    documents.AS_BUILT,
    { number },
  );
  if (!order) throw new Error(`there is no order ${number}`);
  return order.integrationMessages?.nodes.some(({ kind }) => kind === 'PERFORMANCE') ? order : null;
}

async function countExecutions(client: PlantClient, number: string): Promise<number> {
  const { workOrderByNumber: order } = await client.query<{
    workOrderByNumber: { operations: { id: string }[] };
  }>('auditor', documents.ORDER, { number });
  let count = 0;
  for (const { id } of order.operations) {
    for (let after: string | null = null; ; ) {
      const answer: ExecutionsAnswer = await client.query('auditor', documents.EXECUTIONS, { id, after });
      const { nodes, pageInfo } = answer.workOrderOperation.executions;
      count += nodes.length;
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
  }
  return count;
}

interface ExecutionsAnswer {
  workOrderOperation: {
    executions: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
  };
}

async function checkInventory(client: PlantClient): Promise<Check> {
  const { verifyInventory } = await client.query<{
    verifyInventory: {
      ok: boolean;
      transactions: number;
      balances: number;
      differences: { lot: { number: string } }[];
    };
  }>('auditor', documents.VERIFY_INVENTORY);
  const wrong = verifyInventory.ok
    ? []
    : verifyInventory.differences.map(
        ({ lot }) => `the balance of ${lot.number} is not what its ledger adds up to`,
      );
  const detail = `${verifyInventory.transactions} ledger lines, ${verifyInventory.balances} balances`;
  return check(
    'the ledger adds up to the balances',
    verifyInventory.ok ? [] : [...wrong, 'verifyInventory is not ok'],
    detail,
  );
}

async function checkAudit(client: PlantClient): Promise<{ check: Check; events: number }> {
  const state: ChainState = { sequence: null, hash: null };
  const faults: string[] = [];
  let events = 0;
  for (;;) {
    const { auditExport } = await client.query<{ auditExport: { lines: string[] } }>(
      'auditor',
      documents.AUDIT_EXPORT,
      { after: String(state.sequence ?? 0n) },
    );
    if (auditExport.lines.length === 0) break;
    for (const line of auditExport.lines) {
      const fault = checkLine(state, line);
      if (fault) faults.push(`entry ${events + 1}: ${fault}`);
      events++;
    }
  }
  return { check: check('the audit chain verifies', faults, `${events} entries`), events };
}
