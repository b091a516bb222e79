import type { OpcUaSourceConfig } from '../../config/opc-ua.ts';
import { discoverTags, type FoundTag, withNamespaceIndex } from './browse.ts';
import { type ConnectionContext, connectOpcUa } from './client.ts';

const OBJECTS_FOLDER = 'ns=0;i=85';

/**
 * What a server offers below a node (its Objects folder when `root` is left out): to choose tags for the
 * configuration from. Connects, browses and disconnects.
 */
export async function findTags(
  config: OpcUaSourceConfig,
  collector: string,
  context: ConnectionContext,
  root?: string,
): Promise<FoundTag[]> {
  const { session, close } = await connectOpcUa(config, collector, context);
  try {
    const namespaces = await session.readNamespaceArray();
    const from = withNamespaceIndex(root ?? config.discover?.root ?? OBJECTS_FOLDER, namespaces);
    const options = config.discover ?? {
      root: from,
      include: ['*'],
      exclude: ['Server.*', 'Server'],
      maxDepth: 12,
      maxTags: 100_000,
    };
    return await discoverTags(session, from, options);
  } finally {
    await close();
  }
}
