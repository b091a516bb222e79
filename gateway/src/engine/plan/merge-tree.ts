import type { FetchDataRewrite } from '@apollo/query-planner';
import { Kind, type SelectionSetNode } from 'graphql';
import { getOwn, isInherited, isObject, type Json, setOwn } from '../own.ts';
import { copyJson } from '../run/copy.ts';

interface MergeField {
  readonly name: string;
  readonly inherited: boolean;
  /** Undefined for a leaf: its value is taken as it is. */
  readonly below: MergeTree | undefined;
  /** For `__typename`, the names of abstract types: an interface object's subgraph knows no better ones. */
  readonly abstract: ReadonlySet<string> | undefined;
}

/** The response names of a selection, over all its fragments: what there is to merge. */
export interface MergeTree {
  /** Whether all fields are leaves. */
  readonly isFlat: boolean;
  readonly fields: readonly MergeField[];
}

/** Compiles a fetch's selection set; the names that output rewrites bring are merged as well. */
export function mergeTreeOf(
  selectionSets: readonly SelectionSetNode[],
  rewrites: readonly FetchDataRewrite[],
  abstract: ReadonlySet<string>,
): MergeTree {
  const found = new Map<string, SelectionSetNode[] | undefined>();
  const visit = (set: SelectionSetNode): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD)
        throw new Error('a fetch of a plan has no named fragments');
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        visit(selection.selectionSet);
        continue;
      }
      const name = selection.alias?.value ?? selection.name.value;
      const sets = found.get(name) ?? [];
      found.set(name, selection.selectionSet ? [...sets, selection.selectionSet] : undefined);
    }
  };
  selectionSets.forEach(visit);
  const fields = new Map<string, MergeField>();
  for (const [name, sets] of found) {
    const deeper = rewrites.flatMap((rewrite) => below(rewrite, name));
    fields.set(name, {
      abstract: name === '__typename' ? abstract : undefined,
      name,
      inherited: isInherited(name),
      below: sets && mergeTreeOf(sets, deeper, abstract),
    });
  }
  for (const rewrite of rewrites) {
    const [name, ...rest] = namesOf(rewrite);
    if (name === undefined || rest.length > 0) continue;
    const target = rewrite.kind === 'KeyRenamer' ? rewrite.renameKeyTo : name;
    const same = fields.get(target);
    const renamed = fields.get(name)?.below;
    const both =
      same?.below && renamed
        ? { isFlat: false, fields: [...same.below.fields, ...renamed.fields] }
        : (renamed ?? same?.below);
    fields.set(target, {
      abstract: undefined,
      name: target,
      inherited: isInherited(target),
      below: both,
    });
  }
  const all = [...fields.values()];
  return { isFlat: all.every(({ below }) => below === undefined), fields: all };
}

function namesOf(rewrite: FetchDataRewrite): string[] {
  return rewrite.path.filter((step) => !step.startsWith('... on '));
}

function below(rewrite: FetchDataRewrite, name: string): FetchDataRewrite[] {
  const [first, ...rest] = namesOf(rewrite);
  return first === name && rest.length > 0 ? [{ ...rewrite, path: rest }] : [];
}

/**
 * Merges what a subgraph answered into the data gathered so far.
 * @param copy the source is merged elsewhere as well: objects of it are copied, not shared
 */
export function merge(target: Json, source: Json, tree: MergeTree, copy = false): void {
  const { fields } = tree;
  for (let i = 0; i < fields.length; i += 1) {
    const field = fields[i] as MergeField;
    const { name } = field;
    let value = field.inherited ? getOwn(source, name) : source[name];
    if (value === undefined) continue;
    if (field.below && value !== null) {
      const known = field.inherited ? getOwn(target, name) : target[name];
      if (value === known) continue;
      if (copy) value = copyJson(value);
      if (known !== undefined && known !== null && mergeComposite(known, value, field.below)) continue;
    }
    // who knows the object's type already is not told by who knows its interface alone
    if (field.abstract?.has(value as string) && target.__typename !== undefined) continue;
    if (field.inherited) setOwn(target, name, value);
    else target[name] = value;
  }
}

/** Whether the value went into the known one; otherwise it takes its place. */
function mergeComposite(known: unknown, value: unknown, tree: MergeTree): boolean {
  if (Array.isArray(known)) {
    if (!Array.isArray(value) || known.length !== value.length) return false;
    for (let i = 0; i < known.length; i += 1) {
      if (known[i] === value[i]) continue;
      if (!isComposite(known[i]) || !mergeComposite(known[i], value[i], tree)) known[i] = value[i];
    }
    return true;
  }
  if (!isObject(known) || !isObject(value)) return false;
  merge(known, value, tree);
  return true;
}

function isComposite(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
