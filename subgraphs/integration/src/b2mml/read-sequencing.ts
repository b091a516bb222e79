import type { Reader } from './reader.ts';
import { shown } from './values.ts';
import type { XmlNode } from './xml.ts';

/** An operation, its element and the ids by which dependencies name it. */
export interface Named {
  readonly node: XmlNode;
  readonly names: readonly string[];
  readonly operationNumber: number;
}

/** The operation may run beside the one that it names. */
const PARALLEL = ['PossibleParallel', 'AtStart'];
/** The operation waits for the one that it names; that is what the order of numbers says anyway. */
const SEQUENTIAL = ['AfterEnd', 'NotInParallel', 'NoEarlierAfterEnd'];

function targets(reader: Reader, dependency: XmlNode): XmlNode[] {
  return ['SegmentID', 'ProcessSegmentID', 'ProductSegmentID'].flatMap((name) =>
    reader.all(dependency, name),
  );
}

/**
 * Reads the segment dependencies of a routing. An operation that may run beside another, and that other
 * one, are parallel; all others follow the order of their numbers. Other dependencies cannot be kept and
 * are errors.
 *
 * @returns the numbers of the parallel operations
 */
export function readSequencing(reader: Reader, operations: readonly Named[]): Set<number> {
  const byName = new Map(
    operations.flatMap((operation) => operation.names.map((name) => [name, operation] as const)),
  );
  const parallel = new Set<number>();
  for (const operation of operations) {
    for (const dependency of reader.all(operation.node, 'SegmentDependency')) {
      const kind = reader.text(dependency, 'Dependency', { required: true });
      if (kind === null) continue;
      if (!PARALLEL.includes(kind) && !SEQUENTIAL.includes(kind)) {
        reader.fail(
          dependency,
          'DEPENDENCY_NOT_SUPPORTED',
          `${shown(kind)} is not one of ${[...PARALLEL, ...SEQUENTIAL].join(', ')}.`,
        );
        continue;
      }
      for (const target of targets(reader, dependency)) {
        const other = byName.get(target.text);
        if (!other) {
          reader.fail(
            target,
            'DEPENDENCY_UNKNOWN_SEGMENT',
            `${shown(target.text)} is no operation of this routing.`,
          );
        } else if (PARALLEL.includes(kind)) {
          parallel.add(operation.operationNumber).add(other.operationNumber);
        } else if (other.operationNumber >= operation.operationNumber) {
          const message = `Operation ${operation.operationNumber} cannot follow operation ${other.operationNumber}.`;
          reader.fail(target, 'DEPENDENCY_AGAINST_ORDER', message);
        }
      }
    }
  }
  return parallel;
}
