// Parsing TUF metadata: what is not exactly metadata is refused with a reason, and nothing crashes.
import { canonicalize } from '@tufjs/canonical-json';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import { timestampFilePath } from '#shared/release/release-path.ts';
import { canonicalJson } from '#shared/release/tuf/canonical-json.ts';
import { type Role, roles } from '#shared/release/tuf/metadata.ts';
import { parseMetadata } from '#shared/release/tuf/parse-metadata.ts';
import { MemoryRepository } from './memory-repository.ts';

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const codeOf = (bytes: Uint8Array, role: Role) => {
  try {
    parseMetadata(bytes, role);
    return 'accepted';
  } catch (thrown) {
    return thrown instanceof AppError ? thrown.code : thrown;
  }
};
const repository = await MemoryRepository.withTargets({ 'catalogue.json': 'x' });
const timestamp = JSON.parse(new TextDecoder().decode(repository.get(timestampFilePath)));
const targets = JSON.parse(new TextDecoder().decode(repository.get('metadata/1.targets.json')));
const root = JSON.parse(new TextDecoder().decode(repository.firstRoot));
const withSigned = (file: { signed: object }, change: object) => ({
  ...file,
  signed: { ...file.signed, ...change },
});

test.each([
  ['no JSON', new TextEncoder().encode('{')],
  ['broken UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
  ['nesting past all reason', new TextEncoder().encode('['.repeat(7000))],
  ['a list', encode([])],
  ['null', encode(null)],
  ['no signatures', encode({ signed: timestamp.signed })],
  ['another type', encode(withSigned(timestamp, { _type: 'snapshot' }))],
  ['another major version', encode(withSigned(timestamp, { spec_version: '2.0.0' }))],
  ['version 0', encode(withSigned(timestamp, { version: 0 }))],
  ['a fractional version', encode(withSigned(timestamp, { version: 1.5 }))],
  ['a version in a string', encode(withSigned(timestamp, { version: '1' }))],
  ['an expiry with an offset', encode(withSigned(timestamp, { expires: '2030-01-01T00:00:00+08:00' }))],
  ['meta missing', encode(withSigned(timestamp, { meta: {} }))],
  ['an inherited name', encode(withSigned(timestamp, { meta: { __proto__: null, toString: 1 } }))],
  [
    'upper-case hex',
    encode({ ...timestamp, signatures: [{ ...timestamp.signatures[0], keyid: 'A'.repeat(64) }] }),
  ],
  ['too many bytes', new Uint8Array(17_000)],
])('timestamp › when it is %s › it is refused', (_name, bytes) => {
  expect(codeOf(bytes, 'timestamp')).toBe('release.metadata-malformed');
});

test.each([
  '../evil',
  '/abs',
  'a//b',
  'a/../b',
  'a\\b',
  'a b',
  '',
  '.hidden',
  'a/.b',
  'x'.repeat(301),
  '目录',
])('targets › when a path is %j › they are refused', (path) => {
  const info = { length: 1, hashes: { sha256: 'a'.repeat(64) } };
  expect(codeOf(encode(withSigned(targets, { targets: { [path]: info } })), 'targets')).toBe(
    'release.metadata-malformed',
  );
});

test('root › when consistent snapshots are off, a key is of another kind or a threshold is 0 › it is refused', () => {
  expect(codeOf(encode(withSigned(root, { consistent_snapshot: false })), 'root')).not.toBe('accepted');
  const [id = ''] = Object.keys(root.signed.keys);
  const rsa = { ...root.signed.keys, [id]: { keytype: 'rsa', scheme: 'rsa', keyval: { public: '' } } };
  expect(codeOf(encode(withSigned(root, { keys: rsa })), 'root')).not.toBe('accepted');
  const none = { ...root.signed.roles, targets: { keyids: [id], threshold: 0 } };
  expect(codeOf(encode(withSigned(root, { roles: none })), 'root')).not.toBe('accepted');
});

test('unknown fields › when they are signed › they are kept in what is verified', () => {
  const parsed = parseMetadata(encode(withSigned(timestamp, { custom: [1] })), 'timestamp');
  expect(parsed.raw).toMatchObject({ custom: [1] });
});

test('any JSON › when it is parsed as metadata › it is accepted or refused, never a crash', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(...roles), (text, role) => {
      expect(['accepted', 'release.metadata-malformed']).toContain(
        codeOf(new TextEncoder().encode(text), role),
      );
    }),
    { numRuns: 500 },
  );
});

test('canonical JSON › when compared with the one of tuf-js › the bytes are the same', () => {
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'grapheme' }),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('any'), { maxLength: 5 }),
      fc.dictionary(fc.string({ unit: 'grapheme' }), tie('any'), { maxKeys: 5 }),
    ),
  })).any;
  fc.assert(
    fc.property(value, (sample) => {
      const expected = canonicalize(JSON.parse(JSON.stringify(sample)));
      expect(new TextDecoder().decode(canonicalJson(JSON.parse(JSON.stringify(sample))))).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

test.each([1.5, Number.NaN, undefined, '\ud800'])('canonical JSON › when given %s › it refuses', (value) => {
  expect(() => canonicalJson([value])).toThrow();
});
