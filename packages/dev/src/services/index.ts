export { ServiceProblem } from './problem.ts';
export { loadSecrets, type Secrets } from './secrets.ts';
export { type Services, type ServicesOptions, startServices } from './services.ts';
export { ensureTestServices, stopTestServices, type TestServices } from './test-services.ts';
