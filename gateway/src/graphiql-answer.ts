import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from './engine-api.ts';
import { graphiqlPage, PAGE_POLICY } from './http/graphiql.ts';
import { negotiateEncoding } from './http/negotiate.ts';
import type { Responder } from './http/respond.ts';

export interface GraphiqlOptions {
  readonly shown: boolean;
  readonly title: string;
  /** The path of GraphQL, and of the page. */
  readonly path: string;
  readonly responder: Responder;
  readonly logger: Logger;
}

/** Answers browsers that ask for the GraphQL path as a page. */
export function graphiqlAnswer({ shown, title, path, responder, logger }: GraphiqlOptions) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (!shown) {
      responder.send(request, response, {
        status: 406,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: 'GraphiQL is off here.\n',
      });
      return;
    }
    graphiqlPage(title, path).then(
      (page) => sendPage(responder, request, response, page),
      (error: unknown) => {
        logger.error({ err: error }, 'GraphiQL could not be shown');
        responder.send(request, response, { status: 500 });
      },
    );
  };
}

function sendPage(
  responder: Responder,
  request: IncomingMessage,
  response: ServerResponse,
  page: Awaited<ReturnType<typeof graphiqlPage>>,
): void {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': PAGE_POLICY,
    etag: page.etag,
    'cache-control': 'no-cache',
  };
  if (request.headers['if-none-match'] === page.etag) {
    responder.send(request, response, { status: 304, headers });
    return;
  }
  const encoding = negotiateEncoding(request.headers['accept-encoding'] as string | undefined);
  responder.send(request, response, {
    status: 200,
    headers: { ...headers, 'content-encoding': encoding ?? 'identity' },
    body: encoding ? page[encoding] : page.plain,
  });
}
