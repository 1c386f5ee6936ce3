// The hub on a real socket: port 0, raw requests no client would send, broken uploads, closing with work under way.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ListeningHub, listen } from '#hub/http/listen.ts';
import { type FakeHub, fakeHub, place, signedIn } from '../unit/hub-http/fake-services.ts';

let fake: FakeHub;
let server: ListeningHub;
beforeEach(async () => {
  fake = fakeHub();
  await fake.hub.start();
  server = await listen(fake.hub, { host: '127.0.0.1', port: 0, graceMs: 200 });
});
afterEach(async () => {
  await server.close();
  fake.remove();
});

/** Sends bytes as they are and gives back everything the server answers before it hangs up. */
function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(server.port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('error', () => undefined).on('close', () => resolve(answer));
  });
}

const url = (path: string) => `http://127.0.0.1:${server.port}${path}`;

describe('the hub on a socket', () => {
  it('when asked for port 0 › it says which one it got, and refuses one that is taken', async () => {
    expect(server.port).toBeGreaterThan(0);
    await expect(listen(fake.hub, { host: '127.0.0.1', port: server.port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  it.each([
    '/release/../../keys/root.key',
    '/release/metadata/../../../keys/root.key',
    '/release/metadata/..\\..\\keys\\root.key',
    '/release/%2e%2e/%2e%2e/keys/root.key',
    '//keys/root.key',
    'http://evil.example/release/../keys/root.key',
  ])('when the request line says %s › nothing leaves the folders', async (path) => {
    await place(fake, 'keys/root.key', 'private');
    await place(fake, 'release/metadata/timestamp.json', '{}');
    const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 4/);
    expect(answer).not.toContain('private');
  });

  it.each(['GARBAGE\r\n\r\n', `GET / HTTP/1.1\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`])(
    'when the request is malformed › it is refused and the hub goes on',
    async (text) => {
      expect(await raw(text)).toMatch(/^HTTP\/1\.1 4/);
      expect((await fetch(url('/api/health'))).status).toBe(200);
    },
  );

  it('when a file is replaced while it is sent › the old bytes arrive whole', async () => {
    const bytes = new Uint8Array(3_000_000).fill(7);
    const hash = createHash('sha256').update(bytes).digest('hex');
    await place(fake, `release/targets/${hash}.a.bin`, bytes);
    const response = await fetch(url(`/release/targets/${hash}.a.bin`));
    const { rename, writeFile } = await import('node:fs/promises');
    await writeFile(`${fake.folder}/next`, 'other');
    await rename(`${fake.folder}/next`, `${fake.folder}/release/targets/${hash}.a.bin`);
    const received = new Uint8Array(await response.arrayBuffer());
    expect(Buffer.from(received).equals(bytes)).toBe(true);
  });

  it('when an upload breaks off › nothing is left of it', async () => {
    const head = [
      'POST /api/imports HTTP/1.1',
      'host: localhost',
      `cookie: ${signedIn().cookie}`,
      `x-csrf-token: ${signedIn()['x-csrf-token']}`,
      'content-type: multipart/form-data; boundary=b',
      'content-length: 1000000',
      '',
      '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nhalf a fi',
    ].join('\r\n');
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => socket.write(head));
      const look = () => {
        if (existsSync(fake.services.settings.incomingDir)) {
          socket.destroy();
          resolve();
        } else setImmediate(look);
      };
      socket.on('error', () => undefined);
      look();
    });
    while (readdirSync(fake.services.settings.incomingDir).length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await fetch(url('/api/health'))).status).toBe(200);
  });

  it('when it closes › a request under way is answered first', async () => {
    const finish = Promise.withResolvers<readonly string[]>();
    const asked = Promise.withResolvers<void>();
    fake.services.health.store = () => {
      asked.resolve();
      return finish.promise;
    };
    const answer = fetch(url('/api/health'));
    await asked.promise;
    const closed = server.close();
    finish.resolve([]);
    expect((await answer).status).toBe(200);
    await closed;
    await expect(fetch(url('/api/health'))).rejects.toThrow();
  });
});
