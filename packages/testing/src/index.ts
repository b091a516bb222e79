export { startTestNats, type TestNats } from './nats.ts';
export { OTHER_TENANT, persona, program, TEST_PROGRAM, TEST_SITE, TEST_TENANT } from './personas.ts';
export { startTestPlant, type TestPlant, type TestPlantOptions } from './plant.ts';
