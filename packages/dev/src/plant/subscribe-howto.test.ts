import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventCatalogue } from '@machshop/schema/events/index.ts';
import { buildSchema, Kind, parse, visit } from 'graphql';
import { expect, test } from 'vitest';
import { ROOT } from '../env.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Source {
  readonly subject: string;
  readonly permission: string;
}

/** The sources of each Subscription field, as the subgraphs declare them. */
function declaredSources(): Map<string, Source[]> {
  const sources = new Map<string, Source[]>();
  for (const file of globSync('subgraphs/*/src/*/events.graphql', { cwd: ROOT }))
    visit(parse(read(file)), {
      FieldDefinition({ name, directives }) {
        for (const directive of directives ?? []) {
          if (directive.name.value !== 'eventSource') continue;
          const values = Object.fromEntries(
            (directive.arguments ?? []).map(({ name, value }) => [
              name.value,
              value.kind === Kind.STRING ? value.value : '',
            ]),
          );
          const { subject = '', permission = '' } = values;
          sources.set(name.value, [...(sources.get(name.value) ?? []), { subject, permission }]);
        }
      },
    });
  return sources;
}

/** The rows of the table whose first column has this title, as what stands in backquotes in each cell. */
function rowsOf(title: string): string[][][] {
  const [, after = ''] = read('docs/howto/subscribe.md').split(`\n| ${title} |`);
  const [table = ''] = after.split('\n\n');
  return table
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => String(text))),
    );
}

/** Whether a subject lets events of this type through, whatever their id. */
function hears({ subject }: Source, type: string): boolean {
  const [domain, entity, event] = type.split('.');
  const [feed, , ofDomain, ofEntity, , ...rest] = subject.replaceAll(/\{[^}]+\}/g, '*').split('.');
  if (domain !== ofDomain || entity !== ofEntity) return false;
  return feed === 'live' || rest.length === 0 || rest[0] === '>' || rest[0] === event;
}

test('the guide names every Subscription field with its arguments and its permissions', () => {
  const fields = Object.values(
    buildSchema(read('schema/api.graphql')).getSubscriptionType()?.getFields() ?? {},
  );
  const sources = declaredSources();
  expect(
    rowsOf('field')
      .map(([field, , , permissions]) => [field, permissions])
      .sort(),
  ).toEqual(
    fields
      .map(({ name, args }) => [
        [`${name}(${args.map((argument) => argument.name).join(', ')})`],
        [...new Set(sources.get(name)?.map(({ permission }) => permission))],
      ])
      .sort(),
  );
});

test('what the guide says to hear by a field exists and is heard by it', () => {
  const sources = declaredSources();
  const rows = rowsOf('to hear of');
  expect(rows.length).toBeGreaterThan(10);
  for (const [, events = [], fields = []] of rows)
    for (const event of events) {
      const isLive = event === 'iot.reading.taken';
      expect(isLive || eventCatalogue.has(event), `${event} is an event`).toBe(true);
      for (const field of fields)
        expect(
          sources.get(field)?.some((source) => hears(source, event)),
          `${event} by ${field}`,
        ).toBe(true);
    }
});
