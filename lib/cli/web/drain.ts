import type { Server } from 'node:http';

const LOOK_MS = 50;

/**
 * Takes no more connections and resolves when every request that was under way has its answer;
 * after `patience` milliseconds what is left is cut.
 */
export function drain(server: Server, patience: number): Promise<void> {
  // An answer that is given from now on closes its connection: no further request may come on it.
  server.prependListener('request', (_request, response) => {
    response.setHeader('Connection', 'close');
  });
  return new Promise((resolve) => {
    // A connection that was busy just now falls idle after its answer, and would be kept for more.
    const idle = setInterval(() => server.closeIdleConnections(), LOOK_MS);
    const force = setTimeout(() => server.closeAllConnections(), patience);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(force);
      resolve();
    });
  });
}
