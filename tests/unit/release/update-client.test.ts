// The terminal's side of TUF: what it accepts and, for each attack of the specification, what it refuses.
import { beforeEach, describe, expect, test } from 'vitest';
import type { AppError } from '#shared/errors/app-error.ts';
import { metadataFilePath, timestampFilePath } from '#shared/release/release-path.ts';
import { maxMetadataBytes } from '#shared/release/tuf/metadata.ts';
import { dayMs, june } from './fake-source.ts';
import { MemoryRepository, newSigner, Terminal } from './memory-repository.ts';

const first = { 'catalogue.json': '{"v":1}', 'segments/a/0000.mcb': 'blocks' };
const second = { 'catalogue.json': '{"v":2}', 'segments/a/0000.mcb': 'blocks' };
let repository: MemoryRepository;
let terminal: Terminal;
beforeEach(async () => {
  repository = await MemoryRepository.withTargets(first);
  terminal = new Terminal(repository);
});

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'accepted',
    (thrown: AppError) => thrown.code,
  );
const flip = (at: number) => (bytes: Uint8Array) => {
  const copy = bytes.slice();
  const index = at < 0 ? copy.length + at : at;
  copy[index] = (copy[index] ?? 0) ^ 1;
  return copy;
};
const truncate = (bytes: Uint8Array) => bytes.slice(0, -10);
const heldVersions = async () => {
  const held: Record<string, number | null> = {};
  for (const role of ['root', 'timestamp', 'snapshot', 'targets'] as const) {
    const bytes = await terminal.store.load(role);
    held[role] = bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes)).signed.version;
  }
  return held;
};

describe('a good repository', () => {
  test('update › when everything is in order › it lists and fetches the targets', async () => {
    const release = await terminal.update();
    expect([...release.targets.keys()]).toEqual(['catalogue.json', 'segments/a/0000.mcb']);
    expect(await terminal.read(release, 'catalogue.json')).toBe('{"v":1}');
    expect(await heldVersions()).toEqual({ root: 1, timestamp: 1, snapshot: 1, targets: 1 });
  });

  test('update › when nothing is new › it answers from what it holds and fetches only root and timestamp', async () => {
    await terminal.update();
    repository.asked.length = 0;
    const release = await terminal.update();
    expect(release.targetsVersion).toBe(1);
    expect(repository.asked.map(({ path }) => path)).toEqual([
      metadataFilePath('root', 2),
      timestampFilePath,
    ]);
  });

  test('update › when a newer release is there › it takes it', async () => {
    await terminal.update();
    await repository.publish(second);
    const release = await terminal.update();
    expect(await terminal.read(release, 'catalogue.json')).toBe('{"v":2}');
  });

  test('update › when the stored metadata is damaged › it fetches it again', async () => {
    await terminal.update();
    for (const role of ['timestamp', 'snapshot', 'targets'] as const) {
      await terminal.store.save(role, new Uint8Array([1, 2, 3]));
    }
    expect(await codeOf(terminal.update())).toBe('accepted');
    expect(await heldVersions()).toEqual({ root: 1, timestamp: 1, snapshot: 1, targets: 1 });
  });

  test('update › when no root is trusted › it refuses', async () => {
    await terminal.store.remove('root');
    expect(await codeOf(terminal.update())).toBe('release.no-trusted-root');
  });

  test('update › when the server can not be reached › it passes the failure on and changes nothing', async () => {
    const fetcher = {
      fetch: async () => {
        throw new Error('no network');
      },
    };
    await expect(terminal.update(fetcher)).rejects.toThrow('no network');
    expect(await heldVersions()).toEqual({ root: 1, timestamp: null, snapshot: null, targets: null });
  });
});

describe('altered files', () => {
  const files = [
    [timestampFilePath, 'release.signature-invalid', 'release.metadata-malformed'],
    [metadataFilePath('snapshot', 1), 'release.hash-mismatch', 'release.length-mismatch'],
    [metadataFilePath('targets', 1), 'release.hash-mismatch', 'release.length-mismatch'],
  ] as const;

  test.each(files)('%s › when a byte of what is signed changed › it is refused', async (path, code) => {
    const bytes = new TextDecoder().decode(repository.get(path));
    repository.alter(path, flip(bytes.indexOf('"length":') + 9));
    expect(await codeOf(terminal.update())).toBe(code);
  });

  test.each(files)('%s › when it is cut short › it is refused', async (path, _code, code) => {
    repository.alter(path, truncate);
    expect(await codeOf(terminal.update())).toBe(code);
  });

  test.each(files)('%s › when it is missing › it is refused', async (path) => {
    repository.files.delete(path);
    expect(await codeOf(terminal.update())).toBe('release.file-missing');
  });

  test('a target › when it was altered, cut short, lengthened, swapped or lost › it is refused', async () => {
    const release = await terminal.update();
    const path = repository.targetPath('catalogue.json', first['catalogue.json']);
    const good = repository.get(path);
    const read = () => codeOf(terminal.read(release, 'catalogue.json'));
    repository.files.set(path, flip(2)(good));
    expect(await read()).toBe('release.hash-mismatch');
    repository.files.set(path, good.slice(0, 3));
    expect(await read()).toBe('release.length-mismatch');
    repository.files.set(path, new Uint8Array(good.length + 1));
    expect(await read()).toBe('release.too-long');
    repository.files.set(path, new TextEncoder().encode('{"v":9}'));
    expect(await read()).toBe('release.hash-mismatch');
    repository.files.delete(path);
    expect(await read()).toBe('release.file-missing');
    expect(await codeOf(terminal.read(release, 'other'))).toBe('release.no-such-target');
  });

  test('update › when a metadata file stands in for another role › it is refused', async () => {
    repository.files.set(timestampFilePath, repository.get(metadataFilePath('snapshot', 1)));
    expect(await codeOf(terminal.update())).toBe('release.metadata-malformed');
  });

  test('a refusal › when something was trusted before › that stays trusted', async () => {
    await terminal.update();
    await repository.publish(second);
    repository.alter(metadataFilePath('targets', 2), flip(-3));
    expect(await codeOf(terminal.update())).toBe('release.hash-mismatch');
    const held = await heldVersions();
    expect(held.targets).toBe(1);
  });
});

describe('mix and match, replay and rollback', () => {
  test('§5.5.4 › when the snapshot is of another version than the timestamp says › it is refused', async () => {
    await repository.publish(second, { versions: { snapshot: 5 } });
    const bytes = repository.get(metadataFilePath('snapshot', 5));
    const { sha256Hex } = await import('#hub/publish/node-crypto.ts');
    repository.files.set(metadataFilePath('snapshot', 3), bytes);
    await repository.publish(second, {
      snapshotMeta: { version: 3, length: bytes.length, hashes: { sha256: sha256Hex(bytes) } },
    });
    repository.files.set(metadataFilePath('snapshot', 3), bytes);
    expect(await codeOf(terminal.update())).toBe('release.version-mismatch');
  });

  test('§5.5.2 › when the snapshot is an older signed one › it is refused', async () => {
    const old = repository.get(metadataFilePath('snapshot', 1));
    await repository.publish(second);
    repository.files.set(metadataFilePath('snapshot', 2), old);
    expect(await codeOf(terminal.update())).toMatch(/length-mismatch|hash-mismatch/);
  });

  test('§5.6.2 › when the targets are those of another release › they are refused', async () => {
    const old = repository.get(metadataFilePath('targets', 1));
    await repository.publish(second);
    repository.files.set(metadataFilePath('targets', 2), old);
    expect(await codeOf(terminal.update())).toMatch(/length-mismatch|hash-mismatch/);
  });

  test('§5.6.4 › when the snapshot vouches for targets of another version › they are refused', async () => {
    await repository.publish(second, { versions: { targets: 9 } });
    const bytes = repository.get(metadataFilePath('targets', 9));
    const { sha256Hex } = await import('#hub/publish/node-crypto.ts');
    await repository.publish(second, {
      targetsMeta: { version: 3, length: bytes.length, hashes: { sha256: sha256Hex(bytes) } },
    });
    repository.files.set(metadataFilePath('targets', 3), bytes);
    expect(await codeOf(terminal.update())).toBe('release.version-mismatch');
  });

  test('§5.4.3.1 › when an older timestamp is replayed › it is refused', async () => {
    const old = repository.get(timestampFilePath);
    await repository.publish(second);
    await terminal.update();
    repository.files.set(timestampFilePath, old);
    await expect(terminal.update()).rejects.toMatchObject({
      code: 'release.rolled-back',
      details: { role: 'timestamp', trusted: 2, offered: 1 },
    });
  });

  test('§5.4.3.2 › when a newer timestamp names an older snapshot › it is refused', async () => {
    await repository.publish(second);
    await terminal.update();
    await repository.publish(first, { versions: { snapshot: 1 } });
    await expect(terminal.update()).rejects.toMatchObject({
      code: 'release.rolled-back',
      details: { role: 'snapshot' },
    });
  });

  test('§5.5.5 › when a newer snapshot names older targets › it is refused', async () => {
    await repository.publish(second);
    await terminal.update();
    await repository.publish(first, { versions: { targets: 1 } });
    await expect(terminal.update()).rejects.toMatchObject({
      code: 'release.rolled-back',
      details: { role: 'targets' },
    });
  });
});

describe('freeze', () => {
  test.each(['timestamp', 'snapshot', 'targets'] as const)(
    '%s › when it is past its time › nothing new is installed',
    async (role) => {
      await repository.publish(second, { expires: { [role]: june } });
      await expect(terminal.update()).rejects.toMatchObject({
        code: 'release.metadata-expired',
        details: { role },
      });
    },
  );

  test('§5.3.10 › when the last root is past its time › nothing new is installed', async () => {
    await repository.addRoot([], { expires: june - 1000 });
    await expect(terminal.update()).rejects.toMatchObject({ details: { role: 'root' } });
  });

  test('a frozen repository › when the held timestamp runs out › it is refused then', async () => {
    await terminal.update();
    terminal.nowMs = june + 31 * dayMs;
    expect(await codeOf(terminal.update())).toBe('release.metadata-expired');
  });
});

describe('keys and thresholds', () => {
  test.each(['timestamp', 'snapshot', 'targets'] as const)(
    '%s › when a key nobody trusts signed it › it is refused',
    async (role) => {
      repository.setup[role].signers = [newSigner()];
      await repository.publish(second);
      await expect(terminal.update()).rejects.toMatchObject({
        code: 'release.signature-invalid',
        details: { role },
      });
    },
  );

  test('a role › when the key of another role signed it › it is refused', async () => {
    repository.setup.targets.signers = repository.setup.timestamp.signers;
    await repository.publish(second);
    expect(await codeOf(terminal.update())).toBe('release.signature-invalid');
  });

  test('a threshold of two › when one key signed › it is refused, and accepted when both did', async () => {
    repository = new MemoryRepository();
    const [a, b] = [newSigner(), newSigner()];
    repository.setup.targets = { signers: [a, b], threshold: 2 };
    await repository.addRoot();
    terminal = new Terminal(repository);
    repository.setup.targets.signers = [a];
    await repository.publish(first);
    await expect(terminal.update()).rejects.toMatchObject({
      code: 'release.signature-invalid',
      details: { role: 'targets', valid: 1, needed: 2 },
    });
    repository.setup.targets.signers = [a, b];
    await repository.publish(first);
    expect(await codeOf(terminal.update())).toBe('accepted');
  });

  test('a threshold of two › when one key signed twice › the file is refused', async () => {
    const signer = newSigner();
    repository = new MemoryRepository();
    repository.setup.timestamp = { signers: [signer, newSigner()], threshold: 2 };
    await repository.addRoot();
    terminal = new Terminal(repository);
    repository.setup.timestamp.signers = [signer, signer];
    await repository.publish(first);
    expect(await codeOf(terminal.update())).toBe('release.metadata-malformed');
  });

  test('a key › when it is listed under two ids › it counts once', async () => {
    const { verifyThreshold } = await import('#shared/release/tuf/verify-metadata.ts');
    const { parseMetadata } = await import('#shared/release/tuf/parse-metadata.ts');
    const { verifyEd25519 } = await import('#hub/publish/node-crypto.ts');
    const root = parseMetadata(repository.firstRoot, 'root').signed;
    const file = parseMetadata(repository.get(timestampFilePath), 'timestamp');
    const [id = ''] = root.roles.timestamp.keyids;
    const alias = 'f'.repeat(64);
    const key = root.keys[id];
    const [signature] = file.signatures;
    if (key === undefined || signature === undefined) throw new Error('no key');
    const doubled = {
      ...root,
      keys: { ...root.keys, [alias]: key },
      roles: { ...root.roles, timestamp: { keyids: [id, alias], threshold: 2 } },
    };
    const twice = { ...file, signatures: [signature, { ...signature, keyid: alias }] };
    expect(await codeOf(verifyThreshold(doubled, 'timestamp', twice, verifyEd25519))).toBe(
      'release.signature-invalid',
    );
  });
});

describe('root rotation', () => {
  test('§5.3 › when keys are rotated twice › the terminal follows the chain', async () => {
    for (let round = 0; round < 2; round += 1) {
      const old = repository.setup.root.signers;
      repository.setup.root = { signers: [newSigner()], threshold: 1 };
      repository.setup.targets = { signers: [newSigner()], threshold: 1 };
      await repository.addRoot(old);
    }
    await repository.publish(second);
    expect((await terminal.update()).root.version).toBe(3);
    expect((await heldVersions()).root).toBe(3);
  });

  test('§5.3.4 › when the old keys did not sign the new root › it is refused', async () => {
    repository.setup.root = { signers: [newSigner()], threshold: 1 };
    await repository.addRoot();
    await expect(terminal.update()).rejects.toMatchObject({
      code: 'release.signature-invalid',
      details: { role: 'root' },
    });
    expect((await heldVersions()).root).toBe(1);
  });

  test('§5.3.4 › when the new keys did not sign the new root › it is refused', async () => {
    const old = repository.setup.root.signers;
    repository.setup.root = { signers: [newSigner()], threshold: 1 };
    await repository.addRoot([], { signers: old });
    expect(await codeOf(terminal.update())).toBe('release.signature-invalid');
  });

  test.each([1, 3])(
    '§5.3.5 › when the second root calls itself version %i › it is refused',
    async (version) => {
      await repository.addRoot([], { version });
      expect(await codeOf(terminal.update())).toMatch(/version-mismatch/);
    },
  );

  test('§5.3.6 › when only an intermediate root is past its time › the chain is followed', async () => {
    await repository.addRoot([], { expires: june - dayMs });
    await repository.addRoot();
    expect((await terminal.update()).root.version).toBe(3);
  });

  test('§5.3.11 › when the timestamp key was rotated after a fast-forward attack › lower versions are taken', async () => {
    await repository.publish(second, {
      versions: { timestamp: 1_000_000, snapshot: 1_000_000, targets: 1_000_000 },
    });
    await terminal.update();
    repository.setup.timestamp = { signers: [newSigner()], threshold: 1 };
    await repository.addRoot();
    await repository.publish(first);
    expect((await terminal.update()).targetsVersion).toBe(3);
  });

  test('§5.3.3 › when fetching the next root fails for another reason than absence › the update ends', async () => {
    const fetcher = {
      fetch: async (path: string, maxBytes: number) => {
        if (path.endsWith('2.root.json')) throw new Error('connection reset');
        return repository.fetcher.fetch(path, maxBytes);
      },
    };
    await expect(terminal.update(fetcher)).rejects.toThrow('connection reset');
  });

  test('an endless chain of roots › when it passes 1,024 › the update ends', async () => {
    for (let round = 0; round < 1024; round += 1) await repository.addRoot();
    expect(await codeOf(terminal.update())).toBe('release.root-chain-too-long');
  });
});

describe('endless data', () => {
  test('every download › when it is asked for › a bound goes with it', async () => {
    const release = await terminal.update();
    await terminal.read(release, 'catalogue.json');
    const bounds = Object.fromEntries(repository.asked.map(({ path, maxBytes }) => [path, maxBytes]));
    expect(bounds[timestampFilePath]).toBe(maxMetadataBytes.timestamp);
    expect(bounds[metadataFilePath('root', 2)]).toBe(maxMetadataBytes.root);
    expect(bounds[metadataFilePath('snapshot', 1)]).toBe(
      repository.get(metadataFilePath('snapshot', 1)).length,
    );
    expect(bounds[repository.targetPath('catalogue.json', '{"v":1}')]).toBe(7);
  });

  test.each([timestampFilePath, metadataFilePath('snapshot', 1), metadataFilePath('targets', 1)])(
    '%s › when a careless fetcher lets too much through › it is refused',
    async (slow) => {
      const fetcher = {
        fetch: async (path: string, maxBytes: number) =>
          path === slow ? new Uint8Array(maxBytes + 1) : repository.fetcher.fetch(path, maxBytes),
      };
      expect(await codeOf(terminal.update(fetcher))).toBe('release.too-long');
    },
  );
});
