import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const BAR = /* HTML */ `
  <form id="token-bar" autocomplete="off">
    <label for="token">Bearer token</label>
    <input id="token" type="password" spellcheck="false" placeholder="paste a token: it is sent with every request and forgotten with this tab" />
    <button type="button" id="token-clear">Clear</button>
  </form>
  <style>
    body { display: flex; flex-direction: column; margin: 0; height: 100vh; }
    #root { flex: 1; min-height: 0; height: auto !important; width: auto !important; }
    #root > * { height: 100% !important; width: 100% !important; }
    #token-bar { display: flex; gap: 8px; align-items: center; padding: 6px 12px; font: 13px system-ui, sans-serif; border-bottom: 1px solid #8884; }
    #token { flex: 1; padding: 4px 8px; font: 12px ui-monospace, monospace; border: 1px solid #8888; border-radius: 4px; background: transparent; color: inherit; }
  </style>
  <script>
    (() => {
      const field = document.getElementById('token');
      const key = 'machshop.token';
      field.value = sessionStorage.getItem(key) ?? '';
      field.addEventListener('input', () => sessionStorage.setItem(key, field.value.trim()));
      document.getElementById('token-clear').addEventListener('click', () => { field.value = ''; sessionStorage.removeItem(key); });
      document.getElementById('token-bar').addEventListener('submit', (event) => event.preventDefault());
      const plain = window.fetch.bind(window);
      window.fetch = (input, init = {}) => {
        const token = (sessionStorage.getItem(key) ?? '').replace(/^bearer\\s+/i, '');
        const target = new URL(typeof input === 'string' ? input : input.url ?? String(input), location.href);
        if (!token || target.origin !== location.origin) return plain(input, init);
        const headers = new Headers(init.headers ?? (input instanceof Request ? input.headers : undefined));
        if (!headers.has('authorization')) headers.set('authorization', 'Bearer ' + token);
        return plain(input, { ...init, headers });
      };
    })();
  </script>
`;

export interface Page {
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
  readonly etag: string;
}

/** The address of a page whose scripts are all in it; nothing is fetched from elsewhere. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; style-src 'unsafe-inline'; img-src data: 'self'; font-src data: 'self'; connect-src 'self' ws: wss: data: blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

let page: Promise<Page> | undefined;

/** The GraphiQL page, made at its first use: its 9 MB of script would slow every start. */
export function graphiqlPage(title: string, endpoint: string): Promise<Page> {
  page ??= build(title, endpoint);
  return page;
}

async function build(title: string, endpoint: string): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL({ title, endpoint, defaultQuery: '{\n  __typename\n}\n' });
  const at = html.indexOf('<div id="root">');
  const plain = Buffer.from(`${html.slice(0, at)}${BAR}${html.slice(at)}`);
  const [br, gz] = await Promise.all([
    promisify(brotliCompress)(plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
    }),
    promisify(gzip)(plain, { level: 6 }),
  ]);
  return {
    plain,
    br,
    gzip: gz,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
  };
}
