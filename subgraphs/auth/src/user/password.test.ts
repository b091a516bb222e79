import { describe, expect, test } from 'vitest';
import { MAX_PASSWORD, passwordFault } from './password.ts';

const code = (password: string, username = 'olga') => passwordFault(password, username)?.code ?? null;

describe('a password', () => {
  test('of twelve characters or more is taken, whatever they are', () => {
    for (const good of [
      'four lathes and a mill',
      'zwölf Zeichen',
      'x9-TTq_eeLp2',
      '鋼鉄の加工は楽しい仕事です',
    ]) {
      expect(code(good)).toBeNull();
    }
  });

  test('that is too short or too long is refused', () => {
    expect(code('elevenchars')).toBe('PASSWORD_TOO_SHORT');
    // twelve code units, six characters
    expect(code('🔩🔩🔧🔧⚙️⚙️')).toBe('PASSWORD_TOO_SHORT');
    expect(code('x9'.repeat(MAX_PASSWORD))).toBe('PASSWORD_TOO_LONG');
  });

  test('that contains the username is refused, in either case', () => {
    expect(code('hello OLGA 2026!')).toBe('PASSWORD_HAS_USERNAME');
    expect(code('a bag of bolts', 'ag')).toBeNull();
  });

  test('that everybody tries is refused, however it is dressed up', () => {
    for (const bad of [
      'password1234',
      'P4ssw0rd!!!!',
      'Welcome_2026',
      'passwordpassword',
      'qwertyuiop12',
      '123456789012',
      'aaaaaaaaaaaa',
      'abababababab',
      'abcdefghijkl',
      'Administrator',
    ]) {
      expect([bad, code(bad)]).toEqual([bad, 'PASSWORD_COMMON']);
    }
  });
});
