import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { eachBlock } from './mend.ts';

/**
 * The planner lets a fetch whose arguments are read from a context go beside the fetch that gets what they are read
 * from. Here it comes after what it stood beside.
 */
export function contextsLast(plan: QueryPlan): QueryPlan {
  const { node } = plan;
  if (!node || !readsContext(node)) return plan;
  if (node.kind !== 'Subscription') return { ...plan, node: ordered(node) };
  return { ...plan, node: { ...node, ...(node.rest ? { rest: ordered(node.rest) } : {}) } };
}

function ordered(node: PlanNode): PlanNode {
  switch (node.kind) {
    case 'Flatten':
      return { ...node, node: ordered(node.node) };
    case 'Sequence':
      return { ...node, nodes: node.nodes.map(ordered) };
    case 'Parallel': {
      const nodes = node.nodes.map(ordered);
      const later = nodes.filter(readsContext);
      const first = nodes.filter((one) => !readsContext(one));
      const steps = [first, ...byDepth(later)].filter((group) => group.length > 0);
      return steps.length < 2 ? { ...node, nodes } : { kind: 'Sequence', nodes: steps.map(together) };
    }
    case 'Condition':
      return {
        ...node,
        ...(node.ifClause ? { ifClause: ordered(node.ifClause) } : {}),
        ...(node.elseClause ? { elseClause: ordered(node.elseClause) } : {}),
      };
    case 'Defer':
      return eachBlock(node, ordered);
    default:
      return node;
  }
}

/** What stands above goes first: that is where contexts are. */
function byDepth(nodes: readonly PlanNode[]): PlanNode[][] {
  const groups = new Map<number, PlanNode[]>();
  for (const node of nodes) {
    const depth = node.kind === 'Flatten' ? node.path.length : 0;
    groups.set(depth, [...(groups.get(depth) ?? []), node]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, group]) => group);
}

function together(nodes: PlanNode[]): PlanNode {
  const [only] = nodes;
  return nodes.length === 1 && only ? only : { kind: 'Parallel', nodes };
}

/** Whether a node has a fetch whose arguments are read from a context. */
export function readsContext(node: PlanNode | NonNullable<QueryPlan['node']>): boolean {
  switch (node.kind) {
    case 'Fetch':
      return (node.contextRewrites ?? []).length > 0;
    case 'Flatten':
      return readsContext(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.some(readsContext);
    case 'Condition':
      return [node.ifClause, node.elseClause].some((one) => one !== undefined && readsContext(one));
    case 'Subscription':
      return node.rest !== undefined && readsContext(node.rest);
    case 'Defer':
      return [node.primary, ...node.deferred].some((one) => one.node !== undefined && readsContext(one.node));
  }
}
