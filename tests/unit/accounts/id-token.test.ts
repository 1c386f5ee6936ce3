// An ID token is taken when it is right in every respect, and refused for each thing that is not.
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyIdToken } from '#hub/accounts/single-sign-on/id-token.ts';
import { makeSigningKey, type SigningKey, signToken } from '#tests/support/local-issuer.ts';

const nowMs = 1_750_000_000_000;
const now = nowMs / 1000;
const expected = { issuer: 'https://id.example', clientId: 'hall', nonce: 'n-1', nowMs };
const good = { iss: 'https://id.example', aud: 'hall', nonce: 'n-1', iat: now, exp: now + 60, sub: 's' };

let rsa: SigningKey;
let ec: SigningKey;
let stranger: SigningKey;
beforeAll(async () => {
  [rsa, ec, stranger] = await Promise.all([
    makeSigningKey('RS256', 'r'),
    makeSigningKey('ES256', 'e'),
    makeSigningKey('ES256', 'e'),
  ]);
});
const check = (token: string, keys = [rsa.jwk, ec.jwk]) => verifyIdToken(token, keys, expected);

describe('a token that is right', () => {
  it('when signed by either kind of key, for one or several audiences › its claims are given', async () => {
    for (const key of [rsa, ec]) expect(await check(await signToken(key, good))).toEqual(good);
    const several = { ...good, aud: ['other', 'hall'], azp: 'hall' };
    expect(await check(await signToken(rsa, several))).toEqual(several);
  });

  it('when it names no key › the fitting one is found', async () => {
    expect(await check(await signToken(ec, good, { kid: undefined }))).toEqual(good);
  });

  it('when the clocks differ by less than a minute › it is still taken', async () => {
    await check(await signToken(ec, { ...good, exp: now - 59, iat: now - 100 }));
    await check(await signToken(ec, { ...good, iat: now + 59 }));
  });
});

describe('a token with one thing wrong', () => {
  it.each([
    ['the issuer is another', { iss: 'https://id.example.evil' }],
    ['it is for somebody else', { aud: 'other' }],
    ['it is for several and names no party', { aud: ['hall', 'other'] }],
    ['it names another party', { azp: 'other' }],
    ['it has expired', { exp: now - 60 }],
    ['it never expires', { exp: undefined }],
    ['its expiry is no number', { exp: '9999999999' }],
    ['it was made in the future', { iat: now + 61 }],
    ['it has no time', { iat: undefined }],
    ['it is not yet in force', { nbf: now + 61 }],
    ['it belongs to another attempt', { nonce: 'n-2' }],
    ['it belongs to no attempt', { nonce: undefined }],
  ])('when %s › it is refused', async (_what, part) => {
    await expect(check(await signToken(ec, { ...good, ...part }))).rejects.toThrow(/refused/);
  });

  it('when it is unsigned, or its header chooses how it is checked › it is refused', async () => {
    const [, body = '', signature = ''] = (await signToken(rsa, good)).split('.');
    const head = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const alg of ['none', 'HS256', 'RS512', 'PS256', null]) {
      await expect(check(`${head({ alg, kid: 'r' })}.${body}.${signature}`)).rejects.toThrow(/algorithm/);
    }
    await expect(check(`${head({ alg: 'none' })}.${body}.`)).rejects.toThrow(/algorithm/);
    await expect(check(await signToken(ec, good, { crit: ['b64'] }))).rejects.toThrow(/extension/);
    await expect(check(await signToken(ec, good, { alg: 'RS256' }))).rejects.toThrow(/no such key/);
  });

  it('when another key signed it, or a byte of it was changed › it is refused', async () => {
    await expect(check(await signToken(stranger, good))).rejects.toThrow(/wrong signature/);
    const [head = '', body = '', signature = ''] = (await signToken(ec, good)).split('.');
    const other = Buffer.from(JSON.stringify({ ...good, sub: 'admin' })).toString('base64url');
    await expect(check(`${head}.${other}.${signature}`)).rejects.toThrow(/wrong signature/);
    await expect(check(`${head}.${body}.`)).rejects.toThrow(/wrong signature/);
    for (const text of ['', 'a.b', 'a.b.c', `${head}.${body}`, `${head}.W10.${signature}`]) {
      await expect(check(text)).rejects.toThrow(/refused/);
    }
  });

  it('when the only key is unusable › it is refused, and worth asking for the keys again when unknown', async () => {
    const token = await signToken(rsa, good);
    await expect(check(token, [{ ...rsa.jwk, use: 'enc' }])).rejects.toMatchObject({ isUnknownKey: true });
    await expect(check(token, [{ ...rsa.jwk, n: 'AQAB' }])).rejects.toThrow(/refused/);
    await expect(check(token, [])).rejects.toMatchObject({ isUnknownKey: true });
  });
});
