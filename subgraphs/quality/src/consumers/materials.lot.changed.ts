import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { takeLot } from './take-lot.ts';

/** Also of a lot that came before quality listened. */
export const lotChanged = defineConsumer(materialEvents['lot.changed'], takeLot);
