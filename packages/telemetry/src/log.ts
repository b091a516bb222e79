import pino from 'pino';

export type Logger = pino.Logger;

/** What must never reach a log, wherever it stands in an object. */
const SECRETS = [
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'secret',
  'authorization',
  'cookie',
  'privateKey',
];

/**
 * A JSON logger: `timestamp`, `level`, `service`, `message`, and what the child binds (`trace_id`,
 * `tenant_id`, `user_id`). Secrets are redacted by the names of their fields.
 */
export function createLogger(service: string, level = 'info', destination?: pino.DestinationStream): Logger {
  return pino(
    {
      level,
      base: { service },
      messageKey: 'message',
      timestamp: () => `,"timestamp":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label.toUpperCase() }) },
      redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[redacted]' },
    },
    destination ?? pino.destination({ fd: 2, sync: false }),
  );
}
