import { actorRef } from '@machshop/auth';
import { attempt } from '@machshop/server';
import type { Resolvers } from '../generated/resolvers.ts';
import { membersOfNonConformance, stepsOfNonConformance } from '../loaders.ts';
import { completeEightDStep, recordRootCause, setEightDTeam, updateEightDStep } from './commands.ts';
import { DISCIPLINES, REQUIRED } from './eight-d.ts';

export const resolvers: Resolvers = {
  Mutation: {
    setEightDTeam: (_, { input }, ctx) =>
      attempt(async () => ({ nonConformance: await setEightDTeam(ctx, input) })),
    updateEightDStep: (_, { input }, ctx) =>
      attempt(async () => ({ nonConformance: await updateEightDStep(ctx, input) })),
    completeEightDStep: (_, { input }, ctx) =>
      attempt(async () => ({ nonConformance: await completeEightDStep(ctx, input) })),
    recordRootCause: (_, { input }, ctx) =>
      attempt(async () => ({ nonConformance: await recordRootCause(ctx, input) })),
  },
  NonConformance: {
    eightD: (row) => row,
    rootCause: ({ cause, causeCategory, whys }) =>
      cause && causeCategory ? { category: causeCategory, statement: cause, whys } : null,
  },
  EightD: {
    team: ({ id }, _, ctx) => membersOfNonConformance(ctx).load(id),
    steps: async ({ id, severity }, _, ctx) => {
      const written = await stepsOfNonConformance(ctx).load(id);
      return DISCIPLINES.map((discipline) => ({
        discipline,
        required: REQUIRED[severity].includes(discipline),
        step: written.find((step) => step.discipline === discipline) ?? null,
      }));
    },
    open: async ({ id, severity }, _, ctx) => {
      const steps = await stepsOfNonConformance(ctx).load(id);
      const complete = new Set(steps.filter((step) => step.completedAt).map((step) => step.discipline));
      return REQUIRED[severity].filter((discipline) => !complete.has(discipline));
    },
  },
  EightDMember: {
    user: ({ userId }) => ({ __typename: 'User', id: userId }),
  },
  EightDStep: {
    content: ({ step }) => step?.content ?? null,
    responsible: ({ step }) => (step?.responsibleId ? { __typename: 'User', id: step.responsibleId } : null),
    responsibleName: ({ step }) => step?.responsibleName ?? null,
    dueAt: ({ step }) => step?.dueAt ?? null,
    overdue: ({ step }, _, ctx) =>
      step !== null && step.completedAt === null && step.dueAt !== null && step.dueAt < ctx.now(),
    completedAt: ({ step }) => step?.completedAt ?? null,
    completedBy: ({ step }) => actorRef(step?.completedByKind ?? null, step?.completedById ?? null),
    completedByName: ({ step }) => step?.completedByName ?? null,
  },
};
