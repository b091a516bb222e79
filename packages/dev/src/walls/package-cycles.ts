/** Which package imports which; the key is the importing one. */
export type PackageGraph = ReadonlyMap<string, ReadonlySet<string>>;

const PACKAGE = /^(?:(?:packages|subgraphs)\/[^/]+|gateway|collectors|schema)(?=\/)/;
/** Tests and test helpers may look back at what stands on their package. */
const TEST_CODE = /\.test\.ts$|\/testing\.ts$|\/(testing|bench)\//;

/** The package that a file belongs to; undefined for what lies outside of them. */
export const packageOf = (path: string): string | undefined => PACKAGE.exec(path)?.[0];

/** Draws the graph of packages from pairs of importing and imported file. */
export function packageGraph(imports: Iterable<readonly [from: string, to: string]>): PackageGraph {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of imports) {
    const importing = packageOf(from);
    const imported = packageOf(to);
    if (TEST_CODE.test(from) || importing === undefined || imported === undefined || importing === imported) {
      continue;
    }
    const targets = graph.get(importing) ?? new Set();
    graph.set(importing, targets.add(imported));
  }
  return graph;
}

/** One cycle as the packages along it, first and last the same; undefined where there is none. */
export function findCycle(graph: PackageGraph): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): readonly string[] | undefined => {
    const seen = path.indexOf(name);
    if (seen >= 0) return [...path.slice(seen), name];
    if (done.has(name)) return undefined;
    for (const next of graph.get(name) ?? []) {
      const cycle = visit(next, [...path, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of graph.keys()) {
    const cycle = visit(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}
