import { Agent, request } from 'node:http';

export type Answer = { status: number; ms: number; body: string };

/** Asks one server over kept connections, as a client in production would. */
export class Client {
  readonly #base: URL;
  readonly #agent: Agent;

  constructor(base: string, connections: number) {
    this.#base = new URL(base);
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  send(method: 'GET' | 'POST', path: string, key: string, body?: string): Promise<Answer> {
    const started = performance.now();
    const { hostname, port, pathname } = this.#base;
    const headers = {
      authorization: `Bearer ${key}`,
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
    };
    const options = { hostname, port, path: `${pathname}${path}`, method, headers };
    return new Promise((resolve, reject) => {
      const call = request({ ...options, agent: this.#agent }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', reject);
        answer.once('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: answer.statusCode ?? 0, ms: performance.now() - started, body: text });
        });
      });
      call.once('error', reject);
      call.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
