import type { Tx } from '@machshop/db';
import {
  type Context,
  checkInput,
  invalidInput,
  Refused,
  ruleViolation,
  type UserErrorData,
} from '@machshop/server';
import { z } from 'zod';
import { CorrectiveActionStore } from '../corrective-action/store.ts';
import { discipline, MAX_MEMBERS, MAX_WHYS, text, username } from '../inputs.ts';
import { type Case, lockOpenCase } from '../non-conformance/case.ts';
import { disciplinesIncomplete } from '../non-conformance/ending.ts';
import { recordNcr } from '../non-conformance/record.ts';
import { NonConformanceStore } from '../non-conformance/store.ts';
import type { NonConformanceRow } from '../non-conformance/tables.ts';
import { usersOf } from '../replica/lookup.ts';
import { type CompleteOutcome, type Discipline, decideComplete } from './eight-d.ts';
import { EightDStore } from './store.ts';

const teamInput = z.object({
  nonConformanceId: z.uuid(),
  leader: username,
  members: z.array(username).max(MAX_MEMBERS),
});
const updateInput = z.object({
  nonConformanceId: z.uuid(),
  discipline,
  content: text.nullish(),
  responsible: username.nullish(),
  dueAt: z.date().nullish(),
});
const completeInput = z.object({ nonConformanceId: z.uuid(), discipline, content: text.nullish() });
const causeInput = z.object({
  nonConformanceId: z.uuid(),
  category: z.enum(['PEOPLE', 'MACHINE', 'METHOD', 'MATERIAL', 'MEASUREMENT', 'ENVIRONMENT']),
  statement: text,
  whys: z.array(text).max(MAX_WHYS).nullish(),
});
const PATH = ['input', 'nonConformanceId'];

/** Says who works on it, in place of who did. The same team again changes nothing. */
export async function setEightDTeam(ctx: Context, raw: unknown): Promise<NonConformanceRow> {
  const { nonConformanceId, leader, members: others } = checkInput(teamInput, raw);
  const names = [...new Set([leader, ...others])];
  const users = await usersOf(ctx, names, (index) =>
    index === 0 ? ['input', 'leader'] : ['input', 'members', String(others.indexOf(names[index] as string))],
  );
  return ctx.write(async (tx) => {
    const found = await lockOpenCase(ctx, tx, nonConformanceId, PATH);
    const store = new EightDStore(tx, ctx.viewer.tenantId);
    const members = await store.members([nonConformanceId]);
    const before = members.map((member) => member.username);
    const leads = members.find((member) => member.leader)?.username === leader;
    if (leads && before.length === names.length && names.every((name) => before.includes(name)))
      return found.row;
    await store.setMembers(
      nonConformanceId,
      users.map((user) => ({
        nonConformanceId,
        userId: user.id,
        username: user.username,
        leader: user.username === leader,
      })),
    );
    return changed(ctx, tx, found, { team: before }, { leader, team: names });
  });
}

/** Writes what a discipline came to, or who is responsible until when; a field left out stays. */
export async function updateEightDStep(ctx: Context, raw: unknown): Promise<NonConformanceRow> {
  const input = checkInput(updateInput, raw);
  const { nonConformanceId, discipline } = input;
  const [user] = input.responsible
    ? await usersOf(ctx, [input.responsible], () => ['input', 'responsible'])
    : [];
  return ctx.write(async (tx) => {
    const found = await lockOpenCase(ctx, tx, nonConformanceId, PATH);
    const store = new EightDStore(tx, ctx.viewer.tenantId);
    const step = (await store.steps([nonConformanceId])).find((one) => one.discipline === discipline);
    const wanted = {
      ...(input.content ? { content: input.content } : {}),
      ...(user ? { responsibleId: user.id, responsibleName: user.username } : {}),
      ...(input.dueAt ? { dueAt: input.dueAt } : {}),
    };
    if (Object.keys(wanted).length === 0) {
      throw new Refused(
        invalidInput(['input'], 'NOTHING_TO_CHANGE', 'say what it came to, who, or until when'),
      );
    }
    if (step?.completedAt)
      throw new Refused(ruleViolation('DISCIPLINE_COMPLETE', `${discipline} is complete`));
    await store.putStep(nonConformanceId, discipline, wanted, ctx.now());
    const old = Object.fromEntries(Object.keys(wanted).map((key) => [key, step?.[key as 'content'] ?? null]));
    return changed(ctx, tx, found, { discipline, ...old }, { discipline, ...wanted });
  });
}

/** A discipline is done. One that is already changes nothing. */
export async function completeEightDStep(ctx: Context, raw: unknown): Promise<NonConformanceRow> {
  const { nonConformanceId, discipline, content: given = null } = checkInput(completeInput, raw);
  return ctx.write(async (tx) => {
    const found = await lockOpenCase(ctx, tx, nonConformanceId, PATH);
    const { row } = found;
    const store = new EightDStore(tx, ctx.viewer.tenantId);
    const [steps, members, actions] = await Promise.all([
      store.steps([nonConformanceId]),
      store.members([nonConformanceId]),
      new CorrectiveActionStore(tx, ctx.viewer).byNonConformances([nonConformanceId]),
    ]);
    const written = steps.find((step) => step.discipline === discipline)?.content ?? null;
    const content = given ?? written;
    const outcome = decideComplete(
      {
        status: row.status,
        severity: row.severity,
        completed: new Set(steps.filter((step) => step.completedAt).map((step) => step.discipline)),
        hasLeader: members.some((member) => member.leader),
        hasCause: row.cause !== null,
        actions,
      },
      discipline,
      content,
    );
    if (outcome.kind === 'UNCHANGED') return row;
    if (outcome.kind !== 'COMPLETE') throw new Refused(refusalOf(outcome, discipline));
    const done = {
      content,
      completedAt: ctx.now(),
      completedById: ctx.viewer.userId,
      completedByKind: ctx.viewer.kind,
      completedByName: ctx.viewer.username,
    };
    await store.putStep(nonConformanceId, discipline, done, ctx.now());
    return changed(
      ctx,
      tx,
      found,
      { discipline, completed: false },
      { discipline, completed: true, content },
    );
  });
}

/** Says why it came to it. */
export async function recordRootCause(ctx: Context, raw: unknown): Promise<NonConformanceRow> {
  const { nonConformanceId, category, statement, whys } = checkInput(causeInput, raw);
  return ctx.write(async (tx) => {
    const found = await lockOpenCase(ctx, tx, nonConformanceId, PATH);
    const { row } = found;
    const wanted = { causeCategory: category, cause: statement, whys: whys ?? [] };
    const old = { causeCategory: row.causeCategory, cause: row.cause, whys: row.whys };
    if (JSON.stringify(old) === JSON.stringify(wanted)) return row;
    return changed(ctx, tx, found, old, wanted, wanted);
  });
}

/** Saves what changed of the non-conformance itself, and says that its disciplines did. */
async function changed(
  ctx: Context,
  tx: Tx,
  { row, items }: Case,
  old: Record<string, unknown>,
  now: Record<string, unknown>,
  columns: Parameters<NonConformanceStore['update']>[1] = {},
): Promise<NonConformanceRow> {
  const saved = await new NonConformanceStore(tx, ctx.viewer).update(row.id, columns);
  await recordNcr(ctx, tx, 'ncr.eight-d-changed', saved, items, { old, new: now, reason: null });
  return saved;
}

const SENTENCES = {
  CONTENT_MISSING: 'say what it came to',
  TEAM_MISSING: 'there is no team: say who leads it',
  CONTAINMENT_MISSING: 'nothing is contained yet',
  ROOT_CAUSE_MISSING: 'the root cause is not known',
  ACTION_MISSING: 'there is no corrective action',
  ACTIONS_NOT_VERIFIED: 'not every action is known to work',
  PREVENTION_MISSING: 'there is no preventive action',
} as const;

function refusalOf(
  outcome: Exclude<CompleteOutcome, { kind: 'COMPLETE' | 'UNCHANGED' }>,
  discipline: Discipline,
): UserErrorData {
  if (outcome.kind === 'PREDECESSORS_INCOMPLETE') {
    return disciplinesIncomplete(outcome.disciplines, `before ${discipline} come`);
  }
  return ruleViolation(outcome.kind, `${discipline}: ${SENTENCES[outcome.kind]}`);
}
