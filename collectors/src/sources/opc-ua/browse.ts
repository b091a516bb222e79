import {
  type BrowseDescriptionOptions,
  BrowseDirection,
  browseAll,
  type ClientSession,
  NodeClass,
  type ReferenceDescription,
  resolveNodeId,
} from 'node-opcua-client';
import type { OpcUaDiscover } from '../../config/opc-ua.ts';
import { globTest } from '../../preprocess/glob.ts';

/** A variable that a server offers. */
export interface FoundTag {
  /** The path of browse names below the root: `Spindle.Speed`. */
  readonly tag: string;
  readonly nodeId: string;
}

/** Nodes browsed in one call. */
const CHUNK = 50;
const RESULT_MASK = 0x3f;
/** Ranges, units and the like belong to a variable and are no data of the machine. */
const HAS_PROPERTY = 'ns=0;i=46';

const description = (nodeId: string): BrowseDescriptionOptions => ({
  nodeId: resolveNodeId(nodeId),
  browseDirection: BrowseDirection.Forward,
  referenceTypeId: resolveNodeId('HierarchicalReferences'),
  includeSubtypes: true,
  nodeClassMask: NodeClass.Object | NodeClass.Variable,
  resultMask: RESULT_MASK,
});

/** `nsu=<uri>;…` with the server's own index for the namespace. Throws when the server does not know it. */
export function withNamespaceIndex(nodeId: string, namespaces: readonly string[]): string {
  const match = /^nsu=([^;]+);(.+)$/.exec(nodeId);
  if (!match) return nodeId;
  const index = namespaces.indexOf(match[1] as string);
  if (index < 0) throw new Error(`the server has no namespace ${match[1]}`);
  return `ns=${index};${match[2]}`;
}

/**
 * Every variable below a node that the globs let through, level by level; a node that stands in two places is
 * taken at the first. Throws when there are more than `maxTags`.
 */
export async function discoverTags(
  session: ClientSession,
  root: string,
  options: OpcUaDiscover,
): Promise<FoundTag[]> {
  const include = options.include.map(globTest);
  const exclude = options.exclude.map(globTest);
  const wanted = (tag: string) => include.some((fits) => fits(tag)) && !exclude.some((fits) => fits(tag));
  const seen = new Set([root]);
  const found: FoundTag[] = [];
  let level = [{ nodeId: root, path: '' }];
  for (let depth = 0; depth < options.maxDepth && level.length > 0; depth++) {
    const next: typeof level = [];
    for (let start = 0; start < level.length; start += CHUNK) {
      const chunk = level.slice(start, start + CHUNK);
      const results = await browseAll(
        session,
        chunk.map(({ nodeId }) => description(nodeId)),
      );
      for (const [index, { references }] of results.entries()) {
        for (const child of references ?? []) {
          const nodeId = child.nodeId.toString();
          if (seen.has(nodeId) || child.referenceTypeId.toString() === HAS_PROPERTY) continue;
          seen.add(nodeId);
          const path = childPath(chunk[index]?.path ?? '', child);
          next.push({ nodeId, path });
          if (child.nodeClass === NodeClass.Variable && wanted(path)) found.push({ tag: path, nodeId });
          if (found.length > options.maxTags)
            throw new Error(`more than ${options.maxTags} tags below ${root}`);
        }
      }
    }
    level = next;
  }
  return found;
}

const childPath = (parent: string, { browseName }: ReferenceDescription): string => {
  const name = browseName.name ?? '?';
  return (parent ? `${parent}.${name}` : name).slice(0, 256);
};
