import { Agent, request } from 'node:http';

/** What a burst of requests came to. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly p99Ms: number;
  readonly bytes: number;
}

/** Sends the same operation over kept-alive connections for so long. Throws if an answer is not 200 or has errors. */
export async function load(
  url: string,
  query: string,
  concurrency: number,
  limitMs: number,
): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const body = Buffer.from(JSON.stringify({ query }));
  const times: number[] = [];
  let bytes = 0;
  const started = performance.now();
  const worker = async () => {
    while (performance.now() - started < limitMs) {
      const sent = performance.now();
      const answer = await post(url, body, agent);
      times.push(performance.now() - sent);
      bytes = answer.length;
      if (answer.includes('"errors":['))
        throw new Error(`errors in an answer: ${answer.subarray(0, 500).toString()}`);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return { requests: times.length, seconds, p99Ms: times[Math.floor(times.length * 0.99)] ?? 0, bytes };
}

/** Posts one body and gives the answer's. */
export function post(url: string, body: Buffer, agent: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'content-length': body.length,
    };
    const outgoing = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const answer = Buffer.concat(chunks);
        if (response.statusCode === 200) resolve(answer);
        else reject(new Error(`HTTP ${response.statusCode}: ${answer.subarray(0, 500).toString()}`));
      });
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
