import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { drain } from '#lib/cli/web/drain.ts';

type Held = { answer: () => void };

async function heldServer() {
  const held: Held[] = [];
  const server = createServer((_request, response) => {
    held.push({ answer: () => response.end('done') });
    server.emit('held');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { server, held, port };
}

function ask(port: number, agent: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, agent }, (answer: IncomingMessage) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    request.once('error', reject);
  });
}

describe('a server that drains', () => {
  it('gives every answer that is under way, and takes no more', async () => {
    const { server, held, port } = await heldServer();
    const agent = new Agent({ keepAlive: true });
    const first = ask(port, agent);
    await once(server, 'held');
    const drained = drain(server, 60_000);
    await expect(ask(port, new Agent())).rejects.toThrow('ECONNREFUSED');
    held[0]?.answer();
    expect(await first).toBe(200);
    // The connection is kept alive by the client, and would hold the server for seconds.
    await drained;
    agent.destroy();
  });

  it('cuts what does not end', async () => {
    const { server, port } = await heldServer();
    const stuck = ask(port, new Agent());
    const failed = expect(stuck).rejects.toThrow();
    await once(server, 'held');
    await drain(server, 20);
    await failed;
  });
});
