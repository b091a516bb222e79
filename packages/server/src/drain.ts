import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const SWEEP_MS = 50;

/** Closes a server; see {@link drainable}. */
export type Drain = (graceMs: number, onLate?: () => void) => Promise<void>;

/**
 * Watches the connections of a server, so that it closes as soon as nothing is under way. Node by itself waits for
 * connections that were opened and never used, and for those whose last answer went out after the close began.
 * Call it before the server listens.
 * @returns closes the server: no new connections, requests under way may finish up to `graceMs`; then `onLate` is
 * called and they are cut
 */
export function drainable(server: Server): Drain {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return async (graceMs, onLate) => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    const sweep = () => {
      server.closeIdleConnections();
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    };
    sweep();
    const sweeping = setInterval(sweep, SWEEP_MS);
    const late = setTimeout(() => {
      onLate?.();
      server.closeAllConnections();
    }, graceMs);
    await closed;
    clearInterval(sweeping);
    clearTimeout(late);
  };
}
