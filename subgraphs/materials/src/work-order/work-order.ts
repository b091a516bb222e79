/** As the work-orders subgraph says it. */
export type WorkOrderStatus =
  | 'CREATED'
  | 'RELEASED'
  | 'IN_PROGRESS'
  | 'ON_HOLD'
  | 'COMPLETED'
  | 'CLOSED'
  | 'CANCELLED';

/** Events of one millisecond come in the order of an order's life. */
export const STATUS_ORDER: readonly WorkOrderStatus[] = [
  'CREATED',
  'RELEASED',
  'IN_PROGRESS',
  'ON_HOLD',
  'COMPLETED',
  'CLOSED',
  'CANCELLED',
];

/** Whether material may be given to it: it is released and not over. */
export const takesMaterial = (status: WorkOrderStatus): boolean =>
  status === 'RELEASED' || status === 'IN_PROGRESS' || status === 'ON_HOLD';

/** Whether material may be reserved for it. */
export const takesAllocations = (status: WorkOrderStatus): boolean =>
  status === 'CREATED' || takesMaterial(status);

/** An order, as the graph's stub has it: the rest is the work-orders subgraph's. */
export type WorkOrderRef = { __typename: 'WorkOrder'; id: string };
