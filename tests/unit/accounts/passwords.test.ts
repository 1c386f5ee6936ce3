// Password digests verify what they should and nothing else.
import { describe, expect, it } from 'vitest';
import { generatePassword, hashPassword, verifyPassword } from '#hub/accounts/passwords.ts';
import { repeatableBytes } from '#tests/support/temp-desk.ts';

describe('passwords', () => {
  it('when hashed twice › the digests differ and both verify, in any Unicode form', async () => {
    const [one, other] = [await hashPassword('Ａbc-é'), await hashPassword('Ａbc-é')];
    expect(one).not.toBe(other);
    expect(await verifyPassword('Abc-e\u0301', one)).toBe(true);
    expect(await verifyPassword('Abc-e', other)).toBe(false);
  });

  it.each(['', 'scrypt$1$1$1$x$y', 'plain', 'scrypt$32768$8$3$$'])(
    'when the stored digest is “%s” › nothing verifies and nothing throws',
    async (digest) => {
      expect(await verifyPassword('', digest)).toBe(false);
    },
  );

  it('when generated › they differ', () => {
    const random = repeatableBytes(7);
    expect(generatePassword(random)).not.toBe(generatePassword(random));
  });
});
