import type { Step } from './compile.ts';

/**
 * Puts a fetch of entities beside one that comes later anyway, where both ask one subgraph of the same objects: they
 * then go in one request. The planner lets a field start early that requires nothing, but what is fetched
 * together with it waits for the later one in any case.
 */
export function regroup(steps: readonly Step[]): readonly Step[] {
  let result = [...steps];
  for (const step of steps) {
    if (step.kind !== 'fetch' || !step.fetch.entities) continue;
    const host = result.findIndex((other) => other !== step && hostsAfterFirst(other, step));
    if (host < 0) continue;
    result = result
      .map((other, i) => (i === host ? hosted(other, step) : other))
      .filter((other) => other !== step);
  }
  return result;
}

type FetchStep = Extract<Step, { kind: 'fetch' }>;

/** Whether a sequence fetches from the same subgraph for the same objects after its first step. */
function hostsAfterFirst(step: Step, guest: FetchStep): boolean {
  return step.kind === 'sequence' && step.steps.some((child, i) => i > 0 && asksTheSame(child, guest));
}

function asksTheSame(step: Step, guest: FetchStep): boolean {
  if (step.kind === 'parallel') return step.steps.some((child) => asksTheSame(child, guest));
  if (step.kind !== 'fetch' || !step.fetch.entities) return false;
  return (
    step.fetch.subgraph === guest.fetch.subgraph && step.fetch.path.join('.') === guest.fetch.path.join('.')
  );
}

function hosted(step: Step, guest: FetchStep): Step {
  if (step.kind !== 'sequence') return step;
  const at = step.steps.findIndex((child, i) => i > 0 && asksTheSame(child, guest));
  const host = step.steps[at] as Step;
  const together: Step = {
    kind: 'parallel',
    steps: host.kind === 'parallel' ? [...host.steps, guest] : [host, guest],
  };
  return { kind: 'sequence', steps: step.steps.map((child, i) => (i === at ? together : child)) };
}
