import { DEAD_LETTERS, deadLetterSchema, defineSubjectConsumer } from '@machshop/events';
import { letterRow } from '../dead-letter/dead-letter.ts';
import { DeadLetterStore } from '../dead-letter/store.ts';

/**
 * Keeps what consumers give up on. It says no event of its own: a consumer of every event that fails on each
 * would make letters of its own letters without end.
 */
export const deadLetters = defineSubjectConsumer(
  'dead-letters',
  'dlq.>',
  (text) => {
    const letter = deadLetterSchema.parse(JSON.parse(text));
    return {
      id: letter.id,
      tenantId: letter.tenantId,
      handle: (ctx) => new DeadLetterStore(ctx.tx, ctx.viewer.tenantId).add(letterRow(letter, ctx.now())),
    };
  },
  DEAD_LETTERS,
);
