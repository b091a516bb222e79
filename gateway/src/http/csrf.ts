import type { IncomingHttpHeaders } from 'node:http';
import { HttpRefusal } from './params.ts';

const PREFLIGHT_HEADERS = [
  'graphql-require-preflight',
  'apollo-require-preflight',
  'x-apollo-operation-name',
  'authorization',
];
const SIMPLE_TYPES = new Set(['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']);

/**
 * Refuses a GET that another site's page may have made a browser send without asking us first.
 * It passes with a header that forces a preflight, or when nothing says that a foreign page stands behind it:
 * a browser says so by Sec-Fetch-Site, an old one by Origin, Referer or a cookie. Programs that are not
 * browsers send none of these. (A POST needs application/json, which forces a preflight by itself.)
 */
export function checkForgery(headers: IncomingHttpHeaders): void {
  if (
    PREFLIGHT_HEADERS.some((name) => headers[name] !== undefined) ||
    hasUnusualType(headers['content-type'])
  )
    return;
  const site = headers['sec-fetch-site'];
  if (site === 'same-origin' || site === 'none') return;
  const fromBrowser = site !== undefined || headers.cookie !== undefined || headers.referer !== undefined;
  if (!fromBrowser && (headers.origin === undefined || sameHost(headers.origin, headers.host))) return;
  throw new HttpRefusal(
    400,
    'CSRF_PREVENTION',
    'This request may have been forged by another site: send the header GraphQL-Require-Preflight: 1.',
  );
}

function hasUnusualType(contentType: string | undefined): boolean {
  if (contentType === undefined) return false;
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  return type.includes('/') && !SIMPLE_TYPES.has(type);
}

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host;
  } catch {
    return false;
  }
}
