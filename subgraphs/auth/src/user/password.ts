/** Fewer characters are refused. */
export const MIN_PASSWORD = 12;
/** More are refused: hashing must not become a way to keep us busy. */
export const MAX_PASSWORD = 256;
const SMALLEST_ALPHABET = 4;
/** A shorter username may stand in a password by chance. */
const SHORTEST_NAME = 4;

/** What people choose when twelve characters are asked for; lower case, letters for digits undone. */
const COMMON = new Set([
  'adminadmin',
  'administrator',
  'changeme',
  'changeit',
  'default',
  'iloveyou',
  'letmein',
  'login',
  'machshop',
  'manufacturing',
  'password',
  'passwort',
  'qwerty',
  'qwertyuiop',
  'qwertyuiopasdf',
  'qwertzuiop',
  'secret',
  'trustnoone',
  'welcome',
  'abcdefghijkl',
  'abcdefghijklm',
  'abcdefghijklmnop',
]);
const DIGITS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'l',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};
const SEQUENCES = ['01234567890123456789', '1234567890'.repeat(2), 'abcdefghijklmnopqrstuvwxyz'];

/** Why a password is refused. */
export interface PasswordFault {
  readonly code: 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_HAS_USERNAME' | 'PASSWORD_COMMON';
  readonly message: string;
}

/** What is wrong with a new password, or null. NIST SP 800-63B: length and a list, no rules of composition. */
export function passwordFault(password: string, username: string): PasswordFault | null {
  const length = [...password].length;
  if (length < MIN_PASSWORD) {
    return { code: 'PASSWORD_TOO_SHORT', message: `a password has at least ${MIN_PASSWORD} characters` };
  }
  if (length > MAX_PASSWORD) {
    return { code: 'PASSWORD_TOO_LONG', message: `a password has at most ${MAX_PASSWORD} characters` };
  }
  const lower = password.normalize('NFKC').toLowerCase();
  if (username.length >= SHORTEST_NAME && lower.includes(username.toLowerCase())) {
    return { code: 'PASSWORD_HAS_USERNAME', message: 'a password must not contain the username' };
  }
  if (isCommon(lower)) {
    return { code: 'PASSWORD_COMMON', message: 'this password is too easy to guess' };
  }
  return null;
}

function isCommon(lower: string): boolean {
  if (new Set(lower).size < SMALLEST_ALPHABET) return true;
  if (SEQUENCES.some((sequence) => sequence.includes(lower))) return true;
  // password1234, P4ssw0rd!!!!, Welcome_2026, passwordpassword
  const core = lower.replaceAll(/^[^a-z]+|[^a-z]+$/g, '');
  const plain = [...core].map((letter) => DIGITS[letter] ?? letter).join('');
  return [core, plain].some((word) => COMMON.has(word) || COMMON.has(halfOf(word)));
}

function halfOf(word: string): string {
  const half = word.slice(0, word.length / 2);
  return word.length % 2 === 0 && half + half === word ? half : '';
}
