import type { FirstStart } from './first-start.ts';

export interface WelcomeFacts {
  readonly url: string;
  readonly startedAfterMs: number;
  /** There are a demo plant and its log-ins. */
  readonly isDemo: boolean;
  readonly first: Pick<FirstStart, 'adminUsername' | 'adminPassword' | 'demoPassword' | 'demoLogins'>;
}

/** What `npm start` says when the plant is ready: where it is, and how to sign in. */
export function welcomeLines({ url, startedAfterMs, isDemo, first }: WelcomeFacts): string[] {
  const { adminUsername, adminPassword, demoPassword, demoLogins } = first;
  const lines = [
    `Ready after ${(startedAfterMs / 1000).toFixed(1)} s: ${url}`,
    'Open it in a browser for GraphiQL; the log is in machshop.log of the data directory.',
  ];
  if (adminPassword)
    lines.push('', `The first administrator, shown this once:  ${adminUsername}  ${adminPassword}`);
  if (isDemo) {
    lines.push('', `Demo log-ins, password ${demoPassword}:`);
    for (const { username, title } of demoLogins) lines.push(`  ${username.padEnd(20)} ${title}`);
    return lines;
  }
  if (!adminPassword)
    lines.push('', `Sign in as ${adminUsername}, with the password that the first start showed.`);
  lines.push(
    '',
    'MACHSHOP_DEMO=0: nothing is made up. The administrator makes users with createUser; each chooses a password',
    'of their own with changeOwnPassword. Demo log-ins and data that an earlier start made are still there.',
  );
  return lines;
}
