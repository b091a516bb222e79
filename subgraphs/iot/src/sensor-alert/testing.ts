import type { TestPlant } from '@machshop/testing';
import { admin, operator } from '../testing.ts';

/** Seconds after a moment some minutes ago, so that the machine's time is behind the server's. */
export const clock = (minutesAgo = 10): ((second: number) => Date) => {
  const t0 = Date.now() - minutesAgo * 60_000;
  return (second) => new Date(t0 + second * 1000);
};

interface Configured {
  readonly alertRule: { readonly id: string; readonly delaySeconds: number } | null;
  readonly errors: readonly { readonly code: string }[];
}

/** Makes an alert rule by mutation: above 30, unless told otherwise. */
export async function watch(
  plant: TestPlant,
  sensorId: string,
  more: Record<string, unknown> = {},
): Promise<Configured> {
  const { configureAlertRule } = await plant.run<{ configureAlertRule: Configured }>(
    'iot',
    admin,
    `mutation ($input: ConfigureAlertRuleInput!) { configureAlertRule(input: $input) { alertRule { id delaySeconds } errors { code } } }`,
    { input: { sensorId, name: 'too hot', condition: 'ABOVE', high: '30', severity: 'WARNING', ...more } },
  );
  return configureAlertRule;
}

export interface SeenAlert {
  readonly id: string;
  readonly state: string;
  readonly value: number;
  readonly violatedSince: string;
  readonly raisedAt: string;
  readonly clearedAt: string | null;
  readonly escalationLevel: number;
  readonly acknowledgedByName: string | null;
}

/** The alerts of a sensor, newest first. */
export async function alertsOf(plant: TestPlant, sensor: string): Promise<readonly SeenAlert[]> {
  const query = `query ($id: ID!) { sensor(id: $id) { alerts(first: 20) {
    nodes { id state value violatedSince raisedAt clearedAt escalationLevel acknowledgedByName } } } }`;
  const found = await plant.run<{ sensor: { alerts: { nodes: SeenAlert[] } } }>('iot', operator, query, {
    id: sensor,
  });
  return found.sensor.alerts.nodes;
}
