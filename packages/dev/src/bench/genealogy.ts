import { roleUrl } from '@machshop/db';
import postgres from 'postgres';
import { Pool } from 'undici';
import { type BenchPlant, startBenchPlant } from './plant.ts';
import { percentile, reporter } from './report.ts';

// A product of 100 levels with 1,900 nodes among about a million edges of other products.
const LEVELS = 100;
const WIDTH = 19;
const PARTS = 500;
const OTHER_PRODUCTS = 430;
const OTHER_PRODUCTS_QUICK = 40;
const WARM_UP = 10;
const RUNS = 60;

const QUERY = `query ($serial: String!) {
  genealogy(root: { serialNumber: $serial }, maxDepth: 100) {
    nodes { id number kind depth quantity { value unit } part { number } }
    edges { id parentId childId quantity { value unit } linkedAt }
  }
}`;

const BARE = `
  with recursive reach(id) as (
    select $1::uuid
    union
    select e.child_id from reach r join traceability.genealogy_edges e on e.parent_id = r.id
      where e.linked_at <= now() and (e.unlinked_at is null or e.unlinked_at > now())
  )
  select e.id, e.parent_id, e.child_id, e.quantity, e.unit, e.linked_at, n.number, n.kind, n.definition_number
  from reach r join traceability.genealogy_edges e on e.parent_id = r.id
    join traceability.genealogy_nodes n on n.id = e.child_id
  where e.linked_at <= now() and (e.unlinked_at is null or e.unlinked_at > now())`;

/** The whole answer through the gateway against the bare SQL, in one run. */
export async function run(args: readonly string[]): Promise<boolean> {
  const report = reporter('genealogy');
  const bench = await startBenchPlant();
  try {
    const facts = await load(bench, args.includes('--quick') ? OTHER_PRODUCTS_QUICK : OTHER_PRODUCTS);
    report({ case: 'data', metric: 'edges', value: facts.edges, unit: 'edges' });
    const bare = await measureBare(bench, facts.root);
    const whole = await measureWhole(bench);
    report({ case: 'bare SQL', metric: 'p50', value: percentile(bare.times, 0.5), unit: 'ms' });
    report({ case: 'bare SQL', metric: 'rows', value: bare.rows, unit: 'rows' });
    const p50 = percentile(whole.times, 0.5);
    const ratio = p50 / percentile(bare.times, 0.5);
    report({ case: 'through the gateway', metric: 'nodes', value: whole.nodes, unit: 'nodes' });
    report({
      case: 'through the gateway',
      metric: 'size',
      value: Math.round(whole.bytes / 1024),
      unit: 'KiB',
    });
    report({
      case: 'through the gateway',
      metric: 'p50',
      value: p50,
      unit: 'ms',
      aim: '< 50 ms',
      ok: p50 < 50,
    });
    report({ case: 'through the gateway', metric: 'p95', value: percentile(whole.times, 0.95), unit: 'ms' });
    report({
      case: 'through the gateway',
      metric: 'against bare SQL',
      value: ratio,
      unit: '×',
      baseline: 'bare SQL',
      ratio,
      aim: '≤ 3',
      ok: ratio <= 3,
    });
    return p50 < 50 && ratio <= 3;
  } finally {
    await bench.close();
  }
}

async function load(
  { admin, first }: BenchPlant,
  products: number,
): Promise<{ root: string; edges: number }> {
  const tenant = first.tenantId;
  await admin`set session_replication_role = replica`.catch(() => {});
  await admin`
    insert into master_data.parts (id, tenant_id, number, request_hash, recorded_at)
    select md5('part' || n)::uuid, ${tenant}, 'BENCH-PART-' || n, '', now() from generate_series(0, ${PARTS - 1}) n`;
  // node n of level l of product p is named p-l-n; every node has a parent, every fifth a second one
  await admin`
    insert into traceability.genealogy_nodes (id, tenant_id, kind, number, definition_type, definition_id, definition_number)
    select md5(p || '-' || l || '-' || n)::uuid, ${tenant}, 'SERIAL', 'BENCH-' || p || '-' || l || '-' || n, 'Part',
      md5('part' || ((l * ${WIDTH} + n) % ${PARTS}))::uuid, 'BENCH-PART-' || ((l * ${WIDTH} + n) % ${PARTS})
    from generate_series(0, ${products}) p, generate_series(0, ${LEVELS}) l, generate_series(0, ${WIDTH - 1}) n
    where l > 0 or n = 0`;
  await admin`
    insert into traceability.genealogy_edges (id, tenant_id, parent_id, child_id, quantity, unit, linked_at, linked_by_id, linked_by_kind, linked_by_name, recorded_at)
    select gen_random_uuid(), ${tenant}, md5(p || '-' || (l - 1) || '-' || case when l = 1 then 0 else (n + k) % ${WIDTH} end)::uuid,
      md5(p || '-' || l || '-' || n)::uuid, 1, 'C62', now() - interval '1 hour', ${tenant}, 'SYSTEM', 'bench', now()
    from generate_series(0, ${products}) p, generate_series(1, ${LEVELS}) l, generate_series(0, ${WIDTH - 1}) n, generate_series(0, 1) k
    where k = 0 or (n % 5 = 0 and l > 1)`;
  await admin`analyze traceability.genealogy_edges`;
  await admin`analyze traceability.genealogy_nodes`;
  await admin`analyze master_data.parts`;
  const [count] = await admin`select count(*)::int as edges from traceability.genealogy_edges`;
  const [root] = await admin`select md5('0-0-0')::uuid as id`;
  return { root: root?.id as string, edges: count?.edges as number };
}

async function measureBare(
  { plant, first, admin }: BenchPlant,
  root: string,
): Promise<{ times: number[]; rows: number }> {
  const { host, port, database } = admin.options;
  const url = roleUrl(
    `postgres://${host[0]}:${port[0]}`,
    'traceability',
    plant.secret('traceability-db'),
    database,
  );
  const sql = postgres(url, { max: 1 });
  const times: number[] = [];
  let rows = 0;
  await sql`select set_config('app.tenant_id', ${first.tenantId}, false)`;
  for (let i = 0; i < WARM_UP + RUNS; i++) {
    const began = performance.now();
    rows = (await sql.unsafe(BARE, [root], { prepare: true })).length;
    if (i >= WARM_UP) times.push(performance.now() - began);
  }
  await sql.end();
  return { times, rows };
}

async function measureWhole(bench: BenchPlant): Promise<{ times: number[]; nodes: number; bytes: number }> {
  const url = new URL(bench.plant.url);
  const pool = new Pool(url.origin, { connections: 1 });
  const authorization = `Bearer ${await bench.tokenOf('auditor')}`;
  const body = JSON.stringify({ query: QUERY, variables: { serial: 'BENCH-0-0-0' } });
  const times: number[] = [];
  let text = '';
  for (let i = 0; i < WARM_UP + RUNS; i++) {
    const began = performance.now();
    const answer = await pool.request({
      path: url.pathname,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body,
    });
    text = await answer.body.text();
    if (i >= WARM_UP) times.push(performance.now() - began);
  }
  await pool.close();
  const { data, errors } = JSON.parse(text) as {
    data: { genealogy: { nodes: { part: { number: string } }[] } };
    errors?: unknown;
  };
  if (errors || data.genealogy.nodes.some(({ part }) => !part.number))
    throw new Error(`a wrong answer: ${text.slice(0, 500)}`);
  return { times, nodes: data.genealogy.nodes.length, bytes: Buffer.byteLength(text) };
}
