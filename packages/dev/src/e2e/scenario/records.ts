import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../env.ts';
import type { Caller } from '../caller.ts';
import type { Tell } from './story.ts';

const run = promisify(execFile);
/** It has a type, and nothing else that an event must have. */
const NO_EVENT = '{"type":"master-data.customer.published"}';
const VERIFIER = join(ROOT, 'packages/dev/src/commands/audit-verify.ts');

/** An event that a consumer gave up on. */
interface DeadLetter {
  readonly id: string;
  readonly subject: string;
  readonly envelope: string;
}

/** What the plant kept of it all. */
export function records(story: Tell): void {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'machshop-audit-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let lines: string[] = [];
  let head = '';

  const verify = (name: string, content: readonly string[], ...more: string[]) => {
    const file = join(folder, name);
    writeFileSync(file, content.map((line) => `${line}\n`).join(''));
    return run(process.execPath, [VERIFIER, file, ...more]).then(
      ({ stdout }) => ({ code: 0, output: stdout }),
      (error: { code: number; stderr: string }) => ({ code: error.code, output: error.stderr }),
    );
  };

  describe('the records', () => {
    test('no event was given up on', async () => {
      const { deadLetters } = await story().people.auditor.ask<{ deadLetters: { nodes: unknown[] } }>(
        '{ deadLetters(first: 100) { nodes { consumer subject error } } }',
      );
      expect(deadLetters.nodes).toEqual([]);
    });

    test('what is no event is given up on at once, shown, and put away with a reason', async () => {
      const { people, plant } = story();
      const subject = `mes.${plant.tenant.tenantId}.master-data.customer.${randomUUID()}.published`;
      await plant.publish(subject, NO_EVENT);
      await plant.quiet();
      const letters = `{ deadLetters(first: 100, filter: { state: OPEN }) { nodes { id subject tries envelope } } }`;
      const { deadLetters } = await people.auditor.ask<{ deadLetters: { nodes: DeadLetter[] } }>(letters);
      expect(deadLetters.nodes.length).toBeGreaterThan(0);
      for (const { id, ...letter } of deadLetters.nodes) {
        expect(letter).toMatchObject({ subject, envelope: NO_EVENT });
        await people.administrator.act('discardDeadLetter', { id, reason: 'sent by a test' });
      }
      expect(await people.auditor.ask(letters)).toEqual({ deadLetters: { nodes: [] } });
      await plant.quiet();
    });

    test('the ledger adds up to the balances', async () => {
      const { verifyInventory } = await story().people.auditor.ask<{ verifyInventory: object }>(
        '{ verifyInventory { ok transactions differences { ledger { value } } overAllocated { number } } }',
      );
      // two receipts, three pieces of titanium, four bolts
      expect(verifyInventory).toEqual({ ok: true, transactions: 6, differences: [], overAllocated: [] });
    });

    test('the audit trail says who did what to whom, from where', async () => {
      const { auditTrail } = await story().people.auditor.ask<{ auditTrail: { nodes: object[] } }>(
        `{ auditTrail(first: 1, filter: { eventType: "materials.genealogy.unlinked" }) {
          nodes { actorName reason entityType clientIp action } } }`,
      );
      expect(auditTrail.nodes).toMatchObject([
        {
          actorName: 'operator',
          reason: 'nicked at the bench',
          clientIp: expect.stringContaining('127.0.0.1'),
        },
      ]);
    });

    test('the exported audit trail verifies offline, up to the head that was noted', async () => {
      ({ lines, head } = await exportAudit(story().people.auditor));
      expect(lines.length).toBeGreaterThan(80);
      const { code, output } = await verify('audit.jsonl', lines, '--head', head);
      expect(output).toContain(`${lines.length} entries`);
      expect(output).toContain('the chain is whole');
      expect(code).toBe(0);
    });

    test('an entry that was changed, left out or cut off at the end is found', async () => {
      const middle = Math.floor(lines.length / 2);
      const changed = lines.map((line, index) =>
        index === middle ? line.replace('actorName\\":\\"', '$&x') : line,
      );
      expect(changed[middle]).not.toBe(lines[middle]);
      expect(await verify('changed.jsonl', changed)).toMatchObject({
        code: 1,
        output: expect.stringContaining(`line ${middle + 1}:`),
      });
      expect(await verify('left-out.jsonl', lines.toSpliced(middle, 1))).toMatchObject({ code: 1 });
      expect(await verify('cut-off.jsonl', lines.slice(0, -1), '--head', head)).toMatchObject({ code: 1 });
    });
  });
}

async function exportAudit(auditor: Caller): Promise<{ lines: string[]; head: string }> {
  const lines: string[] = [];
  let after = '0';
  for (;;) {
    const { auditExport } = await auditor.ask<{
      auditExport: { lines: string[]; head: { sequence: string; hash: string } };
    }>(
      'query ($after: Decimal!) { auditExport(afterSequence: $after, first: 50) { lines head { sequence hash } } }',
      {
        after,
      },
    );
    if (auditExport.lines.length === 0) return { lines, head: auditExport.head.hash };
    lines.push(...auditExport.lines);
    after = String((JSON.parse(lines.at(-1) ?? '{}') as { sequence: unknown }).sequence);
  }
}
