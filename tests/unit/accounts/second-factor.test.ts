// The second factor: set up, asked for at the door, each code once, recovery codes, roles that demand it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#hub/http/actor.ts';
import { staffPassword } from '#tests/support/accounts.ts';
import { codeAt } from '#tests/support/authenticator.ts';
import { type AccountWorld, client, openAccountWorld } from './account-world.ts';

const stepMs = 30_000;

let world: AccountWorld;
let lin: Actor;
beforeEach(async () => {
  world = await openAccountWorld();
  lin = await world.add('lin', ['contributor']);
});
afterEach(() => world.temp.close());

const now = () => world.temp.desk.now();

/** Sets it up in a session; gives the secret and the recovery codes. */
async function setUp(keep = 'none') {
  const { secret } = await world.secondFactor.begin(lin, staffPassword);
  const codes = await world.secondFactor.confirm(lin, codeAt(secret, now()), keep);
  return { secret, codes };
}

describe('setting up', () => {
  it('when the code is confirmed › it is on, other sessions end, and ten different codes are given', async () => {
    const here = await world.signIn('lin');
    const elsewhere = await world.signIn('lin');
    const { codes } = await setUp(here.session.id);
    expect(new Set(codes).size).toBe(10);
    expect(await world.accounts.sessionOf(here.token)).not.toBeNull();
    expect(await world.accounts.sessionOf(elsewhere.token)).toBeNull();
    expect(await world.secondFactor.status(lin)).toMatchObject({ isOn: true, recoveryCodesLeft: 10 });
  });

  it('when stored › neither the secret nor a recovery code can be read in the store', async () => {
    const { secret, codes } = await setUp();
    const { desk } = world.temp;
    const rows = [
      await desk.db.selectFrom('accounts').selectAll().execute(),
      await desk.db.selectFrom('recovery_codes').selectAll().execute(),
      await desk.db.selectFrom('audit_entries').selectAll().execute(),
    ];
    const text = JSON.stringify(rows);
    for (const word of [secret, ...codes]) expect(text).not.toContain(word);
  });

  it('when the password or the code is wrong, or nothing was begun › it stays off', async () => {
    await expect(world.secondFactor.begin(lin, 'no')).rejects.toThrow(/wrong-current-password/);
    await expect(world.secondFactor.confirm(lin, '123456', '')).rejects.toThrow(/not-begun/);
    const { secret } = await world.secondFactor.begin(lin, staffPassword);
    const late = codeAt(secret, now() - 2 * stepMs);
    await expect(world.secondFactor.confirm(lin, late, '')).rejects.toThrow(/wrong-confirmation/);
    expect((await world.secondFactor.status(lin)).isOn).toBe(false);
    expect((await world.signIn('lin')).token).toBeTruthy();
  });

  it('when it is on › it cannot be set up over again by whoever sits at the desk', async () => {
    await setUp();
    await expect(world.secondFactor.begin(lin, staffPassword)).rejects.toThrow(/not-begun/);
  });
});

describe('signing in with it', () => {
  it('when only the password is given › it asks for the code; with the code it opens a session', async () => {
    const { secret } = await setUp();
    await expect(world.signIn('lin')).rejects.toMatchObject({ code: 'accounts.code-needed' });
    world.temp.tick(stepMs);
    expect((await world.signIn('lin', codeAt(secret, now()))).session.account.name).toBe('lin');
  });

  it('when a code was used › it does not work again within its window, not even by two at once', async () => {
    const { secret } = await setUp();
    await expect(world.signIn('lin', codeAt(secret, now()))).rejects.toThrow(/wrong-code/);
    world.temp.tick(stepMs);
    const code = codeAt(secret, now());
    const both = await Promise.allSettled([world.signIn('lin', code), world.signIn('lin', code)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('when the password is wrong › the code is not looked at, nor spent', async () => {
    const { codes } = await setUp();
    const [code = ''] = codes;
    const wrong = { ...client, name: 'lin', password: 'wrong', code };
    await expect(world.accounts.signIn(wrong)).rejects.toThrow(/wrong-password/);
    expect((await world.signIn('lin', code)).token).toBeTruthy();
  });

  it('when codes are guessed › it locks as for passwords, whoever knows the password', async () => {
    await setUp();
    const attempts = [undefined, '000000', '000001', undefined, '000002'];
    for (const code of attempts) {
      // Showing the password alone in between buys no further guess.
      const answer = code === undefined ? /code-needed/ : /wrong-code/;
      await expect(world.signIn('lin', code)).rejects.toThrow(answer);
    }
    await expect(world.signIn('lin')).rejects.toMatchObject({ code: 'accounts.locked' });
  });

  it('when a recovery code is given › it works once, however it was written down', async () => {
    const { codes } = await setUp();
    const [first = '', second = ''] = codes;
    expect((await world.signIn('lin', ` ${first.toUpperCase().replace(/-/g, ' ')} `)).token).toBeTruthy();
    await expect(world.signIn('lin', first)).rejects.toThrow(/wrong-code/);
    expect((await world.secondFactor.status(lin)).recoveryCodesLeft).toBe(9);
    const renewed = await world.secondFactor.renewRecoveryCodes(lin, staffPassword);
    await expect(world.signIn('lin', second)).rejects.toThrow(/wrong-code/);
    expect((await world.signIn('lin', renewed[0])).token).toBeTruthy();
    const used = (await world.trail()).filter(({ action }) => action === 'account.recovery-code-used');
    expect(used).toHaveLength(2);
  });

  it('when it is turned off with the password › the password alone signs in again', async () => {
    await setUp();
    await expect(world.secondFactor.turnOff(lin, 'no')).rejects.toThrow(/wrong-current-password/);
    await world.secondFactor.turnOff(lin, staffPassword);
    expect((await world.signIn('lin')).token).toBeTruthy();
    expect(await world.secondFactor.status(lin)).toMatchObject({ isOn: false, recoveryCodesLeft: 0 });
  });
});

describe('roles that demand it', () => {
  const demanded = { secondFactorRoles: ['contributor'], singleSignOn: null } as const;

  it('when the account has none › its sessions are for setting it up alone, the old ones too', async () => {
    const before = await world.signIn('lin');
    expect(before.session.needsSecondFactor).toBe(false);
    await world.staff.saveSettings(demanded, world.admin);
    expect((await world.accounts.sessionOf(before.token))?.needsSecondFactor).toBe(true);
    expect((await world.signIn('lin')).session.needsSecondFactor).toBe(true);
    expect((await world.signIn('admin')).session.needsSecondFactor).toBe(true);
    await setUp(before.session.id);
    expect((await world.accounts.sessionOf(before.token))?.needsSecondFactor).toBe(false);
  });

  it('when it is on › it cannot be turned off while a role demands it', async () => {
    await setUp();
    await world.staff.saveSettings(demanded, world.admin);
    await expect(world.secondFactor.turnOff(lin, staffPassword)).rejects.toThrow(/second-factor-kept/);
    await world.staff.saveSettings({ ...demanded, secondFactorRoles: ['auditor'] }, world.admin);
    await world.secondFactor.turnOff(lin, staffPassword);
  });
});
