import { buildPlan } from './plan.ts';
import { planFaults } from './plan-check.ts';
import { readPlant } from './plant.ts';
import { renderPlan } from './report.ts';

/** `node show-plan.ts <recorded plant folder> [pieces]`: prints what a replay would play. */
const [folder, units] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: show-plan <recorded plant folder> [pieces of each part]');
  process.exitCode = 2;
} else {
  try {
    const plan = buildPlan(await readPlant(folder), units ? { units: Number(units) } : {});
    process.stdout.write(renderPlan(plan));
    const faults = planFaults(plan);
    for (const fault of faults) console.error(fault);
    process.exitCode = faults.length > 0 ? 1 : 0;
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause);
    process.exitCode = 1;
  }
}
