import type { Context } from '@machshop/server';
import { GenealogyStore } from '../genealogy/store.ts';
import type { EdgeRow, NodeRow } from '../genealogy/tables.ts';
import { ProcessStepStore } from '../process-step/store.ts';
import type { StepRow } from '../process-step/tables.ts';
import { type Difference, differences, effectiveBill } from './as-built.ts';
import { BillStore } from './store.ts';

const MAX_UNITS = 10_000;
const MAX_STEPS = 10_000;

export interface FoundComponent {
  readonly node: NodeRow;
  readonly edge: EdgeRow;
}

export interface FoundUnit {
  readonly node: NodeRow;
  readonly components: readonly FoundComponent[];
  readonly differences: readonly Difference[];
}

export interface FoundAsBuilt {
  readonly workOrderId: string;
  readonly units: readonly FoundUnit[];
  readonly steps: readonly StepRow[];
}

/** What an order made, of what, and how that differs from the bill that was effective then. */
export async function findAsBuilt(ctx: Context, order: NodeRow, at: Date): Promise<FoundAsBuilt> {
  return ctx.read(async (tx) => {
    const { tenantId } = ctx.viewer;
    const genealogy = new GenealogyStore(tx, tenantId);
    const units = await genealogy.serialsOfOrder(order.id, MAX_UNITS);
    const edges = await genealogy.childrenOf(
      units.map((unit) => unit.id),
      at,
    );
    const nodes = await genealogy.nodesByIds([...new Set(edges.map((edge) => edge.childId))]);
    const byId = new Map(nodes.map((node) => [node.id, node]));
    const partIds = units.flatMap((unit) => (unit.definitionId ? [unit.definitionId] : []));
    const bills = Map.groupBy(
      await new BillStore(tx, tenantId).ofParts([...new Set(partIds)]),
      (bill) => bill.partId,
    );
    const steps = await new ProcessStepStore(tx, tenantId).byWorkOrder(order.id, MAX_STEPS);
    const byParent = Map.groupBy(edges, (edge) => edge.parentId);
    return {
      workOrderId: order.id,
      steps,
      units: units.map((node) => {
        const components = (byParent.get(node.id) ?? []).flatMap((edge) => {
          const child = byId.get(edge.childId);
          // what was consumed for the order as a whole is no component of one unit
          return child && child.kind !== 'WORK_ORDER' ? [{ node: child, edge }] : [];
        });
        const builtAt = components[0]?.edge.linkedAt ?? at;
        const bill = effectiveBill(
          bills.get(node.definitionId ?? '') ?? [],
          node.revision ?? order.revision,
          builtAt,
        );
        return {
          node,
          components,
          differences: differences(node.number, bill, components.map(builtComponent)),
        };
      }),
    };
  });
}

const builtComponent = ({ node, edge }: FoundComponent) => ({
  definitionType: node.definitionType,
  definitionId: node.definitionId,
  definitionNumber: node.definitionNumber,
  quantity: edge.quantity,
  unit: edge.unit,
});
