import { runSteps } from '../checks/run-steps.ts';
import { FAST } from '../checks/steps.ts';

// npm run check: format, lint, types, walls, schema, unit tests
process.exit(await runSteps(FAST));
