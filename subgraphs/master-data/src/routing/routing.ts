/** A draft is edited; a published routing is what orders are made by; a superseded one was, or was withdrawn. */
export type RoutingStatus = 'DRAFT' | 'PUBLISHED' | 'SUPERSEDED';

/** How an operation waits for others: for all with lower numbers, or not for its parallel neighbours. */
export type Sequencing = 'SEQUENTIAL' | 'PARALLEL';

export const MAX_OPERATIONS = 200;
/** The most versions of one routing. */
export const MAX_VERSIONS = 1_000;
/** The most characters of the instructions of all operations together. */
export const MAX_INSTRUCTIONS = 300_000;

/** An operation as it is drafted and compared. */
export interface OperationContent {
  readonly operationNumber: number;
  readonly name: string;
  readonly workCenterCode: string;
  readonly equipmentClass: string | null;
  readonly personnelClass: string | null;
  readonly setupSeconds: string;
  readonly runSecondsPerUnit: string;
  readonly sequencing: Sequencing;
  readonly qualityCritical: boolean;
  readonly inspectionRequired: boolean;
  readonly instructions: string | null;
}

/** What decisions about versions are made from. */
export interface RoutingVersion {
  readonly id: string;
  readonly version: number;
  readonly status: RoutingStatus;
}

export type PublishDecision<R extends RoutingVersion> =
  | { readonly kind: 'UNCHANGED' }
  | { readonly kind: 'PUBLISHED'; readonly superseded: R | null }
  | { readonly kind: 'ILLEGAL_TRANSITION' }
  /** A later version is published already: the draft must be made again from that. */
  | { readonly kind: 'OUTDATED'; readonly by: R };

/** Publishes a version: the one that was published until now is superseded. */
export function publish<R extends RoutingVersion>(routing: R, versions: readonly R[]): PublishDecision<R> {
  if (routing.status === 'PUBLISHED') return { kind: 'UNCHANGED' };
  if (routing.status === 'SUPERSEDED') return { kind: 'ILLEGAL_TRANSITION' };
  const by = versions.find((other) => other.status !== 'DRAFT' && other.version > routing.version);
  if (by) return { kind: 'OUTDATED', by };
  return { kind: 'PUBLISHED', superseded: versions.find((other) => other.status === 'PUBLISHED') ?? null };
}

export type ReviseDecision<R extends RoutingVersion> =
  | { readonly kind: 'REVISED'; readonly version: number }
  | { readonly kind: 'DRAFT_EXISTS'; readonly draft: R }
  | { readonly kind: 'TOO_MANY_VERSIONS' };

/** Makes the next version, unless somebody is at it already. */
export function revise<R extends RoutingVersion>(versions: readonly R[]): ReviseDecision<R> {
  const last = Math.max(0, ...versions.map((routing) => routing.version));
  const draft = versions.find((routing) => routing.status === 'DRAFT' && routing.version === last);
  if (draft) return { kind: 'DRAFT_EXISTS', draft };
  return last >= MAX_VERSIONS ? { kind: 'TOO_MANY_VERSIONS' } : { kind: 'REVISED', version: last + 1 };
}

/** The operation numbers that are there more than once. */
export function duplicateNumbers(operations: readonly { readonly operationNumber: number }[]): number[] {
  const seen = new Set<number>();
  const twice = new Set<number>();
  for (const { operationNumber } of operations) {
    if (seen.has(operationNumber)) twice.add(operationNumber);
    seen.add(operationNumber);
  }
  return [...twice];
}
