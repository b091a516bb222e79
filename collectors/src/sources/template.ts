import { subjectToken } from '@machshop/schema/events/telemetry.ts';
import type { EquipmentTemplate } from '../config/common.ts';
import type { EquipmentPath } from '../reading.ts';

export type Variables = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** The names that a template uses. */
export const namesIn = (template: string): string[] =>
  [...template.matchAll(PLACEHOLDER)].map(([, name]) => name as string);

/** The template with its names filled in. Throws on a name that has no value. */
export const fill = (template: string, variables: Variables): string =>
  template.replace(PLACEHOLDER, (_, name: string) => {
    const value = variables[name];
    if (value === undefined) throw new Error(`"${template}" names {${name}}, which nothing gives`);
    return value;
  });

/** A text as a subject token: what a token cannot hold becomes `_`. */
export const tokenOf = (text: string): string => {
  const token = text.replace(/[^A-Za-z0-9_-]/g, '_').slice(0, 64);
  return subjectToken.safeParse(token).success ? token : '_';
};

/** Where a reading belongs, by templates. */
export const fillEquipment = (template: EquipmentTemplate, variables: Variables): EquipmentPath => ({
  area: tokenOf(fill(template.area, variables)),
  workCenter: tokenOf(fill(template.workCenter, variables)),
  equipment: tokenOf(fill(template.equipment, variables)),
});

/** Matches texts against a template of named parts, each as short as can be: `{part}-{n}.txt`. */
export function textMatcher(template: string): (text: string) => Variables | null {
  const names = namesIn(template);
  const literals = template
    .split(/\{[A-Za-z][A-Za-z0-9]*\}/)
    .map((part) => part.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&'));
  const pattern = new RegExp(`^${literals.join('(.+?)')}$`, 's');
  return (text) => {
    const match = pattern.exec(text);
    return match ? Object.fromEntries(names.map((name, index) => [name, match[index + 1] as string])) : null;
  };
}
