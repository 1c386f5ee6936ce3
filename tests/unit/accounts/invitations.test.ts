// Links work once, in time, for one account; what they open and what they end.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSingleHanded } from '#hub/editorial/single-handed.ts';
import type { AccountInvite } from '#shared/protocol/accounts-api.ts';
import { staffPassword } from '#tests/support/accounts.ts';
import { codeAt } from '#tests/support/authenticator.ts';
import { type AccountWorld, client, openAccountWorld } from './account-world.ts';

const hourMs = 3_600_000;
const password = 'window-lattice-2031';

let world: AccountWorld;
let chen: AccountInvite;
beforeEach(async () => {
  world = await openAccountWorld();
  chen = { name: '陈静', displayName: '陈静', roles: ['reviewer'], agencyId: world.agencyId };
});
afterEach(() => world.temp.close());

const accept = (token: string) => world.invitations.accept({ ...client, token, password });

describe('an invitation', () => {
  it('when it is opened › it tells whose it is; accepted, it opens a session with the roles given', async () => {
    const { token, account } = await world.staff.invite(chen, world.admin);
    expect(account).toMatchObject({ state: 'invited', link: { kind: 'invite', isExpired: false } });
    expect(await world.invitations.look(token)).toMatchObject({ name: '陈静', agencyName: '水务局' });
    const opened = await accept(token);
    expect(opened?.session.account).toMatchObject({ roles: ['reviewer'], agencyId: world.agencyId });
    const [listed] = (await world.staff.list(world.admin)).filter(({ name }) => name === '陈静');
    expect(listed).toMatchObject({ state: 'active', link: null, lastSeenAt: expect.any(String) });
    const signedIn = await world.accounts.signIn({ ...client, name: '陈静', password });
    expect(signedIn.token).toBeTruthy();
  });

  it('when it was accepted, also by two at once › it works no more', async () => {
    const { token } = await world.staff.invite(chen, world.admin);
    const both = await Promise.allSettled([accept(token), accept(token)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(accept(token)).rejects.toThrow(/link-invalid/);
    await expect(world.invitations.look(token)).rejects.toThrow(/link-invalid/);
  });

  it('when 72 hours have passed › it works no more; a moment before it does', async () => {
    const { token } = await world.staff.invite(chen, world.admin);
    world.temp.tick(72 * hourMs - 1);
    await world.invitations.look(token);
    world.temp.tick(1);
    await expect(world.invitations.look(token)).rejects.toThrow(/link-invalid/);
    await expect(accept(token)).rejects.toThrow(/link-invalid/);
    const listed = (await world.staff.list(world.admin)).find(({ name }) => name === '陈静');
    expect(listed?.link?.isExpired).toBe(true);
  });

  it('when another was made, it was withdrawn, or the account disabled › it works no more', async () => {
    const first = await world.staff.invite(chen, world.admin);
    const { id } = first.account;
    const second = await world.staff.renewLink(id, { clearsSecondFactor: false }, world.admin);
    expect(second.kind).toBe('invite');
    await expect(world.invitations.look(first.token)).rejects.toThrow(/link-invalid/);
    await world.staff.withdrawLink(id, world.admin);
    await expect(world.invitations.look(second.token)).rejects.toThrow(/link-invalid/);
    const third = await world.staff.renewLink(id, { clearsSecondFactor: false }, world.admin);
    await world.staff.disable(id, world.admin);
    await world.staff.enable(id, world.admin);
    await expect(accept(third.token)).rejects.toThrow(/link-invalid/);
  });

  it('when the password is too plain › the link stays good', async () => {
    const { token } = await world.staff.invite(chen, world.admin);
    const weak = world.invitations.accept({ ...client, token, password: 'aaaaaaaaaaaa' });
    await expect(weak).rejects.toThrow(/weak-password/);
    expect(await accept(token)).not.toBeNull();
  });

  it('when stored › the token is nowhere in the store, and before it is used nothing signs in', async () => {
    const { token } = await world.staff.invite(chen, world.admin);
    const rows = [
      await world.temp.desk.db.selectFrom('invitations').selectAll().execute(),
      await world.trail(),
    ];
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const guess of ['', password, staffPassword]) {
      const attempt = world.accounts.signIn({ ...client, name: '陈静', password: guess });
      await expect(attempt).rejects.toThrow(/wrong-password/);
    }
  });

  it('while it waits › the one person at the desk still works alone; afterwards no more', async () => {
    const { token } = await world.staff.invite(chen, world.admin);
    expect(await isSingleHanded(world.temp.desk.db)).toBe(true);
    await accept(token);
    expect(await isSingleHanded(world.temp.desk.db)).toBe(false);
  });
});

describe('a link for another password', () => {
  it('when it is used › the old password and every session end, and a lock-out is lifted', async () => {
    const lin = await world.add('lin', ['contributor']);
    const before = await world.signIn('lin');
    for (let guess = 0; guess < 5; guess += 1) {
      const wrong = world.accounts.signIn({ ...client, name: 'lin', password: `${guess}` });
      await expect(wrong).rejects.toThrow(/wrong-password/);
    }
    const link = await world.staff.renewLink(lin.accountId, { clearsSecondFactor: false }, world.admin);
    expect(link).toMatchObject({ kind: 'reset', account: { lockedUntil: expect.any(String) } });
    expect(await world.accounts.sessionOf(before.token)).not.toBeNull();
    await accept(link.token);
    expect(await world.accounts.sessionOf(before.token)).toBeNull();
    await expect(world.signIn('lin')).rejects.toThrow(/wrong-password/);
    expect((await world.accounts.signIn({ ...client, name: 'lin', password })).token).toBeTruthy();
  });

  it.each([
    ['stays, and is asked for', false],
    ['goes with the link', true],
  ])('when the account has a second factor › it %s', async (_what, clearsSecondFactor) => {
    const lin = await world.add('lin', ['contributor']);
    const { secret } = await world.secondFactor.begin(lin, staffPassword);
    await world.secondFactor.confirm(lin, codeAt(secret, world.temp.desk.now()), '');
    const { token } = await world.staff.renewLink(lin.accountId, { clearsSecondFactor }, world.admin);
    expect((await accept(token)) === null).toBe(!clearsSecondFactor);
    expect((await world.secondFactor.status(lin)).isOn).toBe(!clearsSecondFactor);
  });
});
