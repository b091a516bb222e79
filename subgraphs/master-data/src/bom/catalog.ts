import type { Tx } from '@machshop/db';
import { MaterialStore } from '../material/store.ts';
import { PartStore } from '../part/store.ts';

/** What a line of a bill may list. */
export interface Component {
  readonly kind: 'Part' | 'Material';
  readonly id: string;
  /** A part's number, a material's code. */
  readonly number: string;
  readonly unit: string;
  /** Whether it is a published material, or a part with a published revision. */
  readonly published: boolean;
}

/** Parts and materials by id and by business key. */
export class Catalog {
  readonly #byId = new Map<string, Component>();
  readonly #byKey = new Map<string, Component>();

  add(component: Component): void {
    this.#byId.set(component.id, component);
    this.#byKey.set(`${component.kind} ${component.number}`, component);
  }

  byId(id: string): Component | undefined {
    return this.#byId.get(id);
  }

  part(number: string): Component | undefined {
    return this.#byKey.get(`Part ${number}`);
  }

  material(code: string): Component | undefined {
    return this.#byKey.get(`Material ${code}`);
  }
}

interface Wanted {
  readonly partNumbers?: readonly string[];
  readonly materialCodes?: readonly string[];
  readonly partIds?: readonly string[];
  readonly materialIds?: readonly string[];
}

/** Reads what is wanted into a catalog; what does not exist is not in it. */
export async function loadCatalog(tx: Tx, tenantId: string, wanted: Wanted): Promise<Catalog> {
  const catalog = new Catalog();
  const partStore = new PartStore(tx, tenantId);
  const materialStore = new MaterialStore(tx, tenantId);
  const { partNumbers = [], materialCodes = [], partIds = [], materialIds = [] } = wanted;
  const parts = [
    ...(partNumbers.length > 0 ? await partStore.byNumbers(partNumbers) : []),
    ...(partIds.length > 0 ? await partStore.byIds(partIds) : []),
  ];
  const revisions = parts.length > 0 ? await partStore.revisionsOf(parts.map((part) => part.id)) : [];
  const byPart = Map.groupBy(revisions, (revision) => revision.partId);
  for (const { id, number } of parts) {
    const own = byPart.get(id) ?? [];
    const published = own.some((revision) => revision.status === 'PUBLISHED');
    catalog.add({ kind: 'Part', id, number, unit: own[0]?.unit ?? '', published });
  }
  const materials = [
    ...(materialCodes.length > 0 ? await materialStore.byCodes(materialCodes) : []),
    ...(materialIds.length > 0 ? await materialStore.byIds(materialIds) : []),
  ];
  for (const { id, code, unit, status } of materials) {
    catalog.add({ kind: 'Material', id, number: code, unit, published: status === 'PUBLISHED' });
  }
  return catalog;
}
