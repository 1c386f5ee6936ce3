// What is sealed opens again with the key file, and with nothing else.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSecretBox } from '#hub/accounts/secret-box.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'mingchuang-keys-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const refusal = { code: 'accounts.key-missing' };
const plain = Buffer.from('paper and ink');

describe('secret box', () => {
  it('when bytes are sealed › they open again, in another process too, and never look the same twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), fc.string(), async (bytes, what) => {
        const sealed = await openSecretBox(dir).seal(bytes, what);
        expect([...(await openSecretBox(dir).open(sealed, what))]).toEqual([...bytes]);
        expect(await openSecretBox(dir).seal(bytes, what)).not.toBe(sealed);
      }),
      { numRuns: 30 },
    );
  });

  it('when the key is made › only its owner may read it, and two makers agree on one', async () => {
    const boxes = [openSecretBox(dir), openSecretBox(dir), openSecretBox(dir)];
    const sealed = await Promise.all(boxes.map((box) => box.seal(plain, 'x')));
    for (const text of sealed) expect(Buffer.from(await openSecretBox(dir).open(text, 'x'))).toEqual(plain);
    expect(statSync(join(dir, 'accounts.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dir, 'accounts.key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/);
  });

  it('when any byte was changed, or it is put in another place › it does not open', async () => {
    const box = openSecretBox(dir);
    const sealed = await box.seal(plain, 'second factor of u1');
    await expect(box.open(sealed, 'second factor of u2')).rejects.toMatchObject(refusal);
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const forged = `v1.${changed.toString('base64url')}`;
      await expect(box.open(forged, 'second factor of u1')).rejects.toMatchObject(refusal);
    }
    for (const text of ['', 'v1.', 'v1.AAAA', sealed.replace('v1.', 'v2.')]) {
      await expect(box.open(text, 'second factor of u1')).rejects.toMatchObject(refusal);
    }
  });

  it('when the key file is gone or another › it does not open, and opening makes no new key', async () => {
    const sealed = await openSecretBox(dir).seal(plain, 'x');
    rmSync(join(dir, 'accounts.key'));
    await expect(openSecretBox(dir).open(sealed, 'x')).rejects.toMatchObject(refusal);
    expect(() => statSync(join(dir, 'accounts.key'))).toThrow(/ENOENT/);
    writeFileSync(join(dir, 'accounts.key'), 'not a key');
    await expect(openSecretBox(dir).seal(plain, 'x')).rejects.toMatchObject(refusal);
    writeFileSync(join(dir, 'accounts.key'), 'ab'.repeat(32));
    await expect(openSecretBox(dir).open(sealed, 'x')).rejects.toMatchObject(refusal);
  });
});
