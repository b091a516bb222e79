import { invalidInput, notFound, ruleViolation, type UserErrorData } from '@machshop/server';
import { z } from 'zod';
import { businessKey, quantityPer, unit } from '../inputs.ts';
import { MAX_LINES } from './bom.ts';
import type { Catalog, Component } from './catalog.ts';
import type { BomLineRow } from './tables.ts';

const lineInput = z
  .object({
    position: z.int().min(1).max(99_999),
    partNumber: businessKey.nullish(),
    materialCode: businessKey.nullish(),
    quantity: z.object({ value: quantityPer, unit }),
    operationNumber: z.int().min(1).max(99_999).nullish(),
    referenceDesignator: z.string().trim().min(1).max(200).nullish(),
  })
  .refine((line) => Boolean(line.partNumber) !== Boolean(line.materialCode), {
    message: 'name either a part or a material',
    params: { code: 'COMPONENT_AMBIGUOUS' },
  });

/** The lines of a bill as a client gives them: at least one, each position once. */
export const linesInput = z
  .array(lineInput)
  .min(1)
  .max(MAX_LINES)
  .superRefine((lines, ctx) => {
    const seen = new Set<number>();
    lines.forEach(({ position }, index) => {
      if (seen.has(position)) {
        const params = { code: 'DUPLICATE' };
        const message = `position ${position} is there twice`;
        ctx.addIssue({ code: 'custom', params, path: [index, 'position'], message });
      }
      seen.add(position);
    });
  });
export type LineInput = z.output<typeof lineInput>;

/** A line as it will be kept. */
export type LineContent = Omit<BomLineRow, 'id' | 'tenantId' | 'bomId'>;

/**
 * Finds what the lines list.
 * @param path of the bill in the input: `['input']`
 */
export function resolveLines(
  lines: readonly LineInput[],
  catalog: Catalog,
  path: readonly string[],
): { content: LineContent[]; errors: UserErrorData[] } {
  const content: LineContent[] = [];
  const errors: UserErrorData[] = [];
  lines.forEach((line, index) => {
    const at = [...path, 'lines', String(index)];
    const component = line.partNumber
      ? catalog.part(line.partNumber)
      : catalog.material(line.materialCode ?? '');
    if (!component) {
      const field = line.partNumber ? 'partNumber' : 'materialCode';
      const what = line.partNumber ? `part ${line.partNumber}` : `material ${line.materialCode}`;
      errors.push(notFound([...at, field], `there is no ${what}`));
      return;
    }
    if (component.unit !== line.quantity.unit) {
      const message = `${component.number} is counted in ${component.unit}, not ${line.quantity.unit}`;
      errors.push(invalidInput([...at, 'quantity', 'unit'], 'UNIT_MISMATCH', message));
      return;
    }
    content.push({
      position: line.position,
      componentPartId: component.kind === 'Part' ? component.id : null,
      componentMaterialId: component.kind === 'Material' ? component.id : null,
      quantity: line.quantity.value,
      unit: line.quantity.unit,
      operationNumber: line.operationNumber ?? null,
      referenceDesignator: line.referenceDesignator ?? null,
    });
  });
  content.sort((a, b) => a.position - b.position);
  return { content, errors };
}

/** What a line lists. */
export function componentOf(line: LineContent, catalog: Catalog): Component {
  const component = catalog.byId(line.componentPartId ?? line.componentMaterialId ?? '');
  if (!component) throw new Error(`position ${line.position} lists something that is not there`);
  return component;
}

/** Refusals of lines that a published bill may not have: drafts, retired things, another unit. */
export function unpublishable(
  lines: readonly LineContent[],
  catalog: Catalog,
  path: readonly string[],
): UserErrorData[] {
  return lines.flatMap((line) => {
    const component = componentOf(line, catalog);
    if (!component.published) {
      const message = `position ${line.position} lists ${component.number}, which is not published`;
      return [ruleViolation('COMPONENT_NOT_PUBLISHED', message, path)];
    }
    if (component.unit !== line.unit) {
      const message = `position ${line.position} counts ${component.number} in ${line.unit}; it is counted in ${component.unit}`;
      return [ruleViolation('UNIT_MISMATCH', message, path)];
    }
    return [];
  });
}

/** Lines as the history and comparisons see them. */
export const describedLines = (lines: readonly LineContent[], catalog: Catalog) =>
  lines.map((line) => {
    const component = componentOf(line, catalog);
    return {
      position: line.position,
      component: `${component.kind} ${component.number}`,
      quantity: line.quantity,
      unit: line.unit,
      operationNumber: line.operationNumber,
      referenceDesignator: line.referenceDesignator,
    };
  });

/** The parts among the components. */
export const partsOf = (lines: readonly LineContent[]): string[] => [
  ...new Set(lines.flatMap((line) => line.componentPartId ?? [])),
];
