import { existsSync } from 'node:fs';
import { validateAgainstXsd } from '../../../../subgraphs/integration/src/b2mml/index.ts';
import { type ChainState, checkLine } from '../../../../subgraphs/traceability/src/audit-entry/chain.ts';
import type { PlantClient } from '../client/plant-client.ts';
import * as documents from './documents.ts';
import type { PlannedSerial, ReplayPlan } from './plan-types.ts';
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

/** An operation as an auditor sees it: `WO-1/10 Hurco02 from to`. */
type StepText = string;

interface Node {
  id: string;
  kind: 'SERIAL' | 'LOT' | 'WORK_ORDER';
  number: string;
  part: { number: string } | null;
  steps: {
    operationNumber: number;
    workOrderNumber: string;
    equipmentCode: string;
    startedAt: string;
    completedAt: string;
  }[];
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

/** An assembly reaches its parts, their lots, their operations, machines and times. */
async function checkGenealogies(
  client: PlantClient,
  plan: ReplayPlan,
): Promise<{ checks: Check[]; edges: number }> {
  const bySerial = new Map(plan.serials.map((serial) => [serial.number, serial]));
  const expectedSteps = stepsBySerial(plan);
  const edges = new Set<string>();
  const wrong: string[] = [];
  const assemblies = plan.serials.filter(({ components }) => components.length > 0);
  let steps = 0;
  for (const assembly of assemblies) {
    const { genealogy } = await client.query<{
      genealogy: { nodes: Node[]; edges: { id: string }[] } | null;
    }>('auditor', documents.GENEALOGY, { serial: assembly.number });
    if (!genealogy) {
      wrong.push(`${assembly.number} has no genealogy`);
      continue;
    }
    for (const edge of genealogy.edges) edges.add(edge.id);
    const seen = genealogy.nodes.map(({ number }) => number).sort();
    const expected = expectedNodes(assembly, bySerial).sort();
    if (seen.join() !== expected.join())
      wrong.push(`${assembly.number} is made of ${seen.join(', ')}, not of ${expected.join(', ')}`);
    for (const node of genealogy.nodes) {
      if (node.kind !== 'SERIAL') continue;
      steps += node.steps.length;
      const done = node.steps.map((step) =>
        stepText(
          step.workOrderNumber,
          step.operationNumber,
          step.equipmentCode,
          step.startedAt,
          step.completedAt,
        ),
      );
      const planned = expectedSteps.get(node.number) ?? [];
      if (done.sort().join('\n') !== [...planned].sort().join('\n'))
        wrong.push(`${node.number} was made by ${done.join('; ')}, not by ${planned.join('; ')}`);
      if (node.part?.number !== bySerial.get(node.number)?.partNumber)
        wrong.push(`${node.number} is a ${node.part?.number}`);
    }
  }
  const detail = `${assemblies.length} assemblies reach ${edges.size} edges and ${steps} operations with machine and times`;
  return {
    checks: [check('the genealogy of every assembly is what was recorded', wrong, detail)],
    edges: edges.size,
  };
}

function expectedNodes(serial: PlannedSerial, bySerial: ReadonlyMap<string, PlannedSerial>): string[] {
  const lots = new Set<string>();
  const numbers = [serial.number];
  for (const number of serial.components) {
    numbers.push(number);
    const lot = bySerial.get(number)?.lotNumber;
    if (lot) lots.add(lot);
  }
  return [...numbers, ...lots];
}

const stepText = (order: string, operation: number, machine: string, from: string, to: string): StepText =>
  `${order}/${operation} ${machine} ${from} ${to}`;

function stepsBySerial(plan: ReplayPlan): Map<string, StepText[]> {
  const ends = new Map(
    plan.steps.flatMap((step) => (step.kind === 'complete-operation' ? [[step.executionId, step.at]] : [])),
  );
  const steps = new Map<string, StepText[]>();
  for (const step of plan.steps) {
    if (step.kind !== 'start-operation') continue;
    const text = stepText(
      step.orderNumber,
      step.operationNumber,
      step.equipmentCode,
      step.at,
      ends.get(step.id) ?? '',
    );
    steps.set(step.serialNumber, [...(steps.get(step.serialNumber) ?? []), text]);
  }
  return steps;
}

/** A lot leads forward to exactly the assemblies that contain it, and its balance is what is left. */
async function checkTraces(client: PlantClient, plan: ReplayPlan): Promise<Check[]> {
  const lotOf = new Map(plan.serials.map(({ number, lotNumber }) => [number, lotNumber]));
  const assemblies = plan.serials.filter(({ components }) => components.length > 0);
  const wrongTraces: string[] = [];
  const wrongBalances: string[] = [];
  for (const lot of plan.lots) {
    const { materialLotByNumber: found } = await client.query<{
      materialLotByNumber: { onHand: { value: string }; forwardTrace: { number: string }[] } | null;
    }>('auditor', documents.LOT_TRACE, { number: lot.number });
    const names = new Set(assemblies.map(({ number }) => number));
    const seen = (found?.forwardTrace ?? [])
      .map(({ number }) => number)
      .filter((number) => names.has(number));
    const expected = assemblies
      .filter(({ components }) => components.some((number) => lotOf.get(number) === lot.number))
      .map(({ number }) => number);
    if (seen.sort().join() !== expected.sort().join())
      wrongTraces.push(`${lot.number} is in ${seen.join(', ')}, not in ${expected.join(', ')}`);
    const left = Number(lot.received) - Number(lot.used);
    if (Number(found?.onHand.value) !== left)
      wrongBalances.push(`${lot.number} has ${found?.onHand.value} left, not ${left}`);
  }
  return [
    check(
      'the forward trace of every lot lists exactly the assemblies that contain it',
      wrongTraces,
      `${plan.lots.length} lots`,
    ),
    check('every lot has left what was received and not consumed', wrongBalances, `${plan.lots.length} lots`),
  ];
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

function check(name: string, wrong: readonly string[], detail: string): Check {
  const shown = wrong.slice(0, 5).join('; ');
  return {
    name,
    ok: wrong.length === 0,
    detail: wrong.length === 0 ? detail : `${wrong.length} wrong: ${shown}`,
  };
}
