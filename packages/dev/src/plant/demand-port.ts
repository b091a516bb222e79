import { createServer } from 'node:net';
import { ServiceProblem } from '../services/index.ts';

/**
 * Makes sure that the address is free before anything is started.
 * @throws ServiceProblem with one sentence
 */
export async function demandPort(port: number, host: string): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
  } catch (error) {
    throw new ServiceProblem(sentence((error as { code?: string }).code, port, host), { cause: error });
  }
  await new Promise((resolve) => server.close(resolve));
}

function sentence(code: string | undefined, port: number, host: string): string {
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use: stop what listens there, or choose another one with PORT=${port + 1} npm start.`;
  if (code === 'EACCES')
    return `Port ${port} needs more rights than you have: choose one above 1023 with PORT=4000 npm start.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `HOST is ${host}, and this machine has no such address.`;
  return `Nothing can listen on ${host} port ${port}: ${code ?? 'for an unknown reason'}.`;
}
