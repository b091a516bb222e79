import { runSteps } from '../checks/run-steps.ts';
import { END_TO_END, FAST, INTEGRATION } from '../checks/steps.ts';

// npm test [-- --quick | step …]: everything; --quick leaves out the end-to-end tests; names run those steps alone
const wanted = process.argv.slice(2);
const quick = wanted.includes('--quick');
const names = wanted.filter((argument) => argument !== '--quick');
const all = [...FAST, ...INTEGRATION, ...(quick ? [] : END_TO_END)];
const unknown = names.filter((name) => !all.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no step "${unknown[0]}": ${all.map((step) => step.name).join(', ')} are the ones there are.`,
  );
  process.exit(1);
}
process.exit(await runSteps(names.length > 0 ? all.filter((step) => names.includes(step.name)) : all));
