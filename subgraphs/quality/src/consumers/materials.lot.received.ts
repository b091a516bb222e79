import { defineConsumer } from '@machshop/events';
import { materialEvents } from '@machshop/schema/events/materials.ts';
import { takeLot } from './take-lot.ts';

/** A lot that may not conform. */
export const lotReceived = defineConsumer(materialEvents['lot.received'], takeLot);
