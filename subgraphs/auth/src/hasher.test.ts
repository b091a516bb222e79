import { describe, expect, test } from 'vitest';
import { PasswordHasher } from './hasher.ts';

describe('the password hasher', () => {
  test('makes argon2id digests with the parameters that it says', async () => {
    const digest = await new PasswordHasher().hash('four lathes and a mill');
    expect(digest).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$/);
  });

  test('knows the right password however its letters were composed, and no other', async () => {
    const hasher = new PasswordHasher();
    const digest = await hasher.hash('zw\u00f6lf Zeichen');
    expect(await hasher.verify(digest, 'zwo\u0308lf Zeichen')).toBe(true);
    expect(await hasher.verify(digest, 'zwolf Zeichen')).toBe(false);
    expect(await hasher.verify(null, 'zwölf Zeichen')).toBe(false);
  });

  test('asks for a new hash when the parameters have changed', async () => {
    const hasher = new PasswordHasher();
    expect(hasher.isStale(await hasher.hash('four lathes and a mill'))).toBe(false);
    expect(hasher.isStale('$argon2id$v=19$m=4096,t=3,p=1$c29tZXNhbHRzb21lc2FsdA$abc')).toBe(true);
  });

  test('works at a few at once, lets a few wait, and refuses the rest with BUSY', async () => {
    const hasher = new PasswordHasher({ parallel: 1, waiting: 2 });
    const all = await Promise.allSettled([1, 2, 3, 4, 5].map((n) => hasher.hash(`password number ${n}`)));
    expect(all.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    expect(all[3]).toMatchObject({ reason: { errors: [{ code: 'BUSY' }] } });
    await expect(hasher.hash('and it goes on after')).resolves.toMatch(/^\$argon2id/);
  });
});
