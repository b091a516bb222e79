import type { Variables } from '../template.ts';

/** A topic template, ready to subscribe and to match. */
export interface TopicTemplate {
  /** What is subscribed: `{name}` as `+`, `{name*}` as `#`. */
  readonly filter: string;
  /** The named levels of a topic that fits, else null. */
  match(topic: string): Variables | null;
}

const LEVEL = /^\{([A-Za-z][A-Za-z0-9]*)(\*?)\}$/;

/** The names that a topic template gives. */
export const topicNames = (template: string): string[] =>
  template.split('/').flatMap((level) => LEVEL.exec(level)?.[1] ?? []);

/** Compiles a topic template (checked by the configuration). */
export function topicTemplate(template: string): TopicTemplate {
  const levels = template.split('/').map((text) => {
    const [, name, rest] = LEVEL.exec(text) ?? [];
    return { text, name, rest: rest === '*' };
  });
  const match = (topic: string): Variables | null => {
    const given = topic.split('/');
    const variables: Record<string, string> = {};
    for (const [index, { text, name, rest }] of levels.entries()) {
      if (rest && name) {
        variables[name] = given.slice(index).join('/');
        return variables;
      }
      const level = given[index];
      if (level === undefined || (name === undefined && level !== text)) return null;
      if (name !== undefined) variables[name] = level;
    }
    return given.length === levels.length ? variables : null;
  };
  const filter = levels
    .map(({ text, name, rest }) => (name === undefined ? text : rest ? '#' : '+'))
    .join('/');
  return { filter, match };
}
