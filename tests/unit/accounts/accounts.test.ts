// Signing in, sessions that end, and passwords that change.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccountServices } from '#hub/accounts/create-account-services.ts';
import { ensureFirstAccount } from '#hub/accounts/first-account.ts';
import { operatorActor } from '#hub/http/actor.ts';
import type { AccountService } from '#hub/http/hub-services.ts';
import { founderRoles } from '#shared/accounts/roles.ts';
import { openTempDesk, type TempDesk } from '#tests/support/temp-desk.ts';

const password = 'paper-window-ink-2024';
const attempt = { name: 'admin', password, address: '10.0.0.7', userAgent: 'test' };
const minuteMs = 60_000;

let temp: TempDesk;
let accounts: AccountService;
beforeEach(async () => {
  temp = await openTempDesk();
  await ensureFirstAccount(temp.desk, password);
  accounts = createAccountServices(temp.desk, temp.dir).accounts;
});
afterEach(() => temp.close());

describe('first account', () => {
  it('when the store has none › it is made once, with a generated password unless one is chosen', async () => {
    const fresh = await openTempDesk();
    const generated = await ensureFirstAccount(fresh.desk, null);
    expect(generated).toMatch(/^([0-9a-z]{4}-){3}[0-9a-z]{4}$/);
    expect(await ensureFirstAccount(fresh.desk, null)).toBeNull();
    const signedIn = await createAccountServices(fresh.desk, fresh.dir).accounts.signIn({
      ...attempt,
      password: generated ?? '',
    });
    expect(signedIn.session.account).toMatchObject({ name: 'admin', roles: founderRoles });
    await fresh.close();
  });
});

describe('signing in', () => {
  it('when name and password are right › it opens a session found by its token alone', async () => {
    const { token, session, maxAgeSeconds } = await accounts.signIn({ ...attempt, name: ' Admin ' });
    expect(maxAgeSeconds).toBe(12 * 3600);
    expect(await accounts.sessionOf(token)).toEqual(session);
    expect(await accounts.sessionOf(`${token}x`)).toBeNull();
  });

  it('when stored › neither the token nor the password is in the store', async () => {
    const { token } = await accounts.signIn(attempt);
    const rows = [
      await temp.desk.db.selectFrom('sessions').selectAll().execute(),
      await temp.desk.db.selectFrom('accounts').selectAll().execute(),
      await temp.desk.db.selectFrom('audit_entries').selectAll().execute(),
    ];
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toContain(password);
  });

  it('when the name is unknown or the password wrong › it gives the same answer', async () => {
    const wrong = { code: 'accounts.wrong-password', details: {} };
    await expect(accounts.signIn({ ...attempt, password: 'wrong' })).rejects.toMatchObject(wrong);
    await expect(accounts.signIn({ ...attempt, name: 'nobody' })).rejects.toMatchObject(wrong);
  });

  it('when guessed too often › even the right password has to wait, and is accepted after', async () => {
    for (let guess = 0; guess < 5; guess++) {
      await expect(accounts.signIn({ ...attempt, password: `${guess}` })).rejects.toThrow(/wrong-password/);
    }
    await expect(accounts.signIn(attempt)).rejects.toMatchObject({
      code: 'accounts.locked',
      details: { retryAfterSeconds: 30 },
    });
    temp.tick(30_000);
    expect((await accounts.signIn(attempt)).token).toBeTruthy();
  });
});

describe('sessions', () => {
  it('when idle for two hours › it is over; used in between, it lasts twelve hours at most', async () => {
    const idle = await accounts.signIn(attempt);
    const used = await accounts.signIn(attempt);
    for (let hour = 0; hour < 11; hour++) {
      temp.tick(60 * minuteMs);
      expect(await accounts.sessionOf(used.token)).not.toBeNull();
    }
    expect(await accounts.sessionOf(idle.token)).toBeNull();
    temp.tick(60 * minuteMs);
    expect(await accounts.sessionOf(used.token)).toBeNull();
  });

  it('when revoked › it is over at once, and only by its own account', async () => {
    const { token, session } = await accounts.signIn(attempt);
    const own = { ...operatorActor('admin'), accountId: session.account.id };
    expect(await accounts.sessionsOf(own.accountId)).toMatchObject([{ id: session.id, userAgent: 'test' }]);
    expect(await accounts.revoke({ ...operatorActor('x'), accountId: 'other' }, session.id)).toBe(false);
    expect(await accounts.revoke(own, session.id)).toBe(true);
    expect(await accounts.sessionOf(token)).toBeNull();
    expect(await accounts.revoke(own, session.id)).toBe(false);
  });
});

describe('changing the password', () => {
  it('when it is changed › every other session ends and the new password signs in', async () => {
    const here = await accounts.signIn(attempt);
    const elsewhere = await accounts.signIn(attempt);
    const { id: keepSessionId, account } = here.session;
    const next = 'another-ink-stone-77';
    const actor = { ...operatorActor(account.name), accountId: account.id };
    await accounts.changePassword(actor, { current: password, next, keepSessionId });
    expect(await accounts.sessionOf(here.token)).not.toBeNull();
    expect(await accounts.sessionOf(elsewhere.token)).toBeNull();
    await expect(accounts.signIn(attempt)).rejects.toThrow(/wrong-password/);
    expect((await accounts.signIn({ ...attempt, password: next })).token).toBeTruthy();
  });

  it.each([
    [
      'the current password is wrong',
      { current: 'no', next: 'another-ink-stone-77' },
      /wrong-current-password/,
    ],
    ['the new one is short', { current: password, next: 'short' }, /weak-password/],
    ['the new one repeats a few letters', { current: password, next: 'abababababab' }, /weak-password/],
  ])('when %s › it refuses', async (_what, change, message) => {
    const { session } = await accounts.signIn(attempt);
    const actor = { ...operatorActor('admin'), accountId: session.account.id };
    const changed = accounts.changePassword(actor, { ...change, keepSessionId: session.id });
    await expect(changed).rejects.toThrow(message);
  });
});
