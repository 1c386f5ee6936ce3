// What administrators may do with accounts, what nobody may, and what each act leaves on record.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAgency } from '#hub/editorial/agencies.ts';
import { verifyAuditChain } from '#hub/editorial/audit-chain.ts';
import type { Actor } from '#hub/http/actor.ts';
import { founderRoles } from '#shared/accounts/roles.ts';
import { agencyInput, clerk } from '#tests/support/temp-desk.ts';
import { type AccountWorld, client, openAccountWorld, operator } from './account-world.ts';

let world: AccountWorld;
beforeEach(async () => {
  world = await openAccountWorld();
});
afterEach(() => world.temp.close());

const lin = { name: 'lin', displayName: '林晓', roles: ['contributor'], agencyId: null } as const;
const changeOf = (actor: Actor, part: object) => ({
  displayName: actor.name,
  roles: actor.roles,
  agencyId: actor.agencyId,
  ...part,
});

describe('inviting', () => {
  it.each([
    ['the name is taken, in any spelling', { name: 'ＡＤＭＩＮ' }, 'accounts.name-taken'],
    ['the name cannot be one', { name: 'a b' }, 'accounts.bad-name'],
    ['there is no role', { roles: [] }, 'accounts.no-role'],
    ['there is no such agency', { agencyId: 'nowhere' }, 'store.unknown-agency'],
  ])('when %s › it refuses and adds nobody', async (_what, part, code) => {
    await expect(world.staff.invite({ ...lin, ...part }, world.admin)).rejects.toMatchObject({ code });
    expect(await world.staff.list(world.admin)).toHaveLength(1);
  });
});

describe('the own account', () => {
  it('when its roles, agency or state are touched › it refuses; its display name may change', async () => {
    const { admin, staff } = world;
    const own = { code: 'accounts.own-account' };
    const id = admin.accountId;
    await world.add('other', founderRoles);
    await expect(
      staff.change(id, changeOf(admin, { roles: ['administrator'] }), admin),
    ).rejects.toMatchObject(own);
    await expect(
      staff.change(id, changeOf(admin, { agencyId: world.agencyId }), admin),
    ).rejects.toMatchObject(own);
    await expect(staff.disable(id, admin)).rejects.toMatchObject(own);
    await expect(staff.renewLink(id, { clearsSecondFactor: true }, admin)).rejects.toMatchObject(own);
    expect((await staff.change(id, changeOf(admin, { displayName: '馆长' }), admin)).displayName).toBe(
      '馆长',
    );
  });
});

describe('the last administrator', () => {
  it('when disabled, bound to an agency or without the role › it refuses and nothing has changed', async () => {
    const { admin, staff } = world;
    await world.add('bound', founderRoles, world.agencyId);
    await staff.invite({ ...lin, roles: ['administrator'] }, admin);
    const last = { code: 'accounts.last-administrator' };
    const id = admin.accountId;
    await expect(staff.disable(id, operator)).rejects.toMatchObject(last);
    const { agencyId } = world;
    await expect(staff.change(id, changeOf(admin, { agencyId }), operator)).rejects.toMatchObject(last);
    const less = changeOf(admin, { roles: ['publisher'] });
    await expect(staff.change(id, less, operator)).rejects.toMatchObject(last);
    expect((await staff.list(operator))[0]).toMatchObject({
      state: 'active',
      roles: founderRoles,
      agencyId: null,
    });
  });

  it('when two administrators put each other out of use at once › one of them stays', async () => {
    const other = await world.add('other', founderRoles);
    const results = await Promise.allSettled([
      world.staff.disable(other.accountId, world.admin),
      world.staff.disable(world.admin.accountId, other),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('disabling', () => {
  it('when somebody is disabled › their sessions end at once, and only enabling lets them in again', async () => {
    const actor = await world.add('lin', ['contributor']);
    const { token } = await world.signIn('lin');
    await world.staff.disable(actor.accountId, world.admin);
    expect(await world.accounts.sessionOf(token)).toBeNull();
    await expect(world.signIn('lin')).rejects.toThrow(/wrong-password/);
    const link = world.staff.renewLink(actor.accountId, { clearsSecondFactor: false }, world.admin);
    await expect(link).rejects.toMatchObject({ code: 'accounts.disabled' });
    await world.staff.enable(actor.accountId, world.admin);
    expect(await world.accounts.sessionOf(token)).toBeNull();
    expect((await world.signIn('lin')).token).toBeTruthy();
  });

  it('when roles change › a session that is open has the new ones with its next request', async () => {
    const actor = await world.add('lin', ['contributor']);
    const { token } = await world.signIn('lin');
    await world.staff.change(actor.accountId, changeOf(actor, { roles: ['auditor'] }), world.admin);
    expect((await world.accounts.sessionOf(token))?.account.roles).toEqual(['auditor']);
  });
});

describe('an administrator bound to one agency', () => {
  it('sees and manages the accounts of that agency alone › anything else is refused', async () => {
    const { id: otherAgency } = await createAgency(world.temp.desk, agencyInput('档案局', 2), clerk);
    const bound = await world.add('bound', ['administrator'], world.agencyId);
    const near = await world.add('near', ['contributor'], world.agencyId);
    const far = await world.add('far', ['contributor'], otherAgency);
    await world.signIn('far');
    await world.signIn('near');
    const { staff } = world;
    const foreign = { code: 'accounts.foreign-agency' };
    expect((await staff.list(bound)).map(({ name }) => name)).toEqual(['bound', 'near']);
    expect((await staff.sessions(bound)).map(({ name }) => name)).toEqual(['near']);
    const refused = [
      () => staff.invite(lin, bound),
      () => staff.invite({ ...lin, agencyId: otherAgency }, bound),
      () => staff.change(far.accountId, changeOf(far, { agencyId: world.agencyId }), bound),
      () => staff.change(near.accountId, changeOf(near, { agencyId: null }), bound),
      () => staff.disable(far.accountId, bound),
      () => staff.enable(world.admin.accountId, bound),
      () => staff.renewLink(world.admin.accountId, { clearsSecondFactor: true }, bound),
      () => staff.withdrawLink(far.accountId, bound),
      () => staff.unlock(far.accountId, bound),
      () => staff.settings(bound),
      () => staff.saveSettings({ secondFactorRoles: [], singleSignOn: null }, bound),
      () => staff.locks(bound),
      () => staff.liftLock('10.0.0.7', bound),
    ];
    for (const attempt of refused) await expect(attempt()).rejects.toMatchObject(foreign);
    const all = await staff.sessions(world.admin);
    const ofFar = all.find(({ name }) => name === 'far')?.id ?? '';
    await expect(staff.endSession(ofFar, bound)).rejects.toMatchObject(foreign);
    expect((await staff.disable(near.accountId, bound)).state).toBe('disabled');
  });
});

describe('lock-outs', () => {
  it('when somebody is locked out › it is seen, and lifted they sign in at once', async () => {
    const actor = await world.add('lin', ['contributor']);
    for (let guess = 0; guess < 5; guess += 1) {
      const wrong = world.accounts.signIn({ ...client, name: 'lin', password: `${guess}` });
      await expect(wrong).rejects.toThrow(/wrong-password/);
    }
    const listed = (await world.staff.list(world.admin)).find(({ name }) => name === 'lin');
    expect(listed?.lockedUntil).toBe(new Date(world.temp.desk.now() + 30_000).toISOString());
    await expect(world.signIn('lin')).rejects.toThrow(/locked/);
    expect((await world.staff.unlock(actor.accountId, world.admin)).lockedUntil).toBeNull();
    expect((await world.signIn('lin')).token).toBeTruthy();
  });
});

describe('sessions of everybody', () => {
  it('when an administrator ends one › it is over at once; an unknown one is not found', async () => {
    await world.add('lin', ['contributor']);
    const { token, session } = await world.signIn('lin');
    expect(await world.staff.sessions(world.admin)).toMatchObject([{ name: 'lin', address: '10.0.0.7' }]);
    await world.staff.endSession(session.id, world.admin);
    expect(await world.accounts.sessionOf(token)).toBeNull();
    await expect(world.staff.endSession(session.id, world.admin)).rejects.toThrow(/not-found/);
  });
});

describe('the record', () => {
  it('when accounts are managed › every act is told once, and the chain stays whole', async () => {
    const { admin, staff } = world;
    const { account } = await staff.invite(lin, admin);
    await staff.change(account.id, { ...lin, roles: ['contributor', 'reviewer'] }, admin);
    await staff.renewLink(account.id, { clearsSecondFactor: false }, admin);
    await staff.withdrawLink(account.id, admin);
    await staff.withdrawLink(account.id, admin);
    await staff.disable(account.id, admin);
    await staff.disable(account.id, admin);
    await staff.enable(account.id, admin);
    await staff.saveSettings({ secondFactorRoles: ['approver'], singleSignOn: null }, admin);
    const trail = await world.trail();
    expect(trail.map(({ action }) => action)).toEqual([
      'account.invite',
      'account.change',
      'account.link',
      'account.link-withdraw',
      'account.disable',
      'account.enable',
      'account.settings',
    ]);
    expect(trail.every(({ who }) => who === 'admin')).toBe(true);
    expect(JSON.parse(trail[1]?.details ?? '')).toMatchObject({
      roles: 'contributor reviewer',
      rolesBefore: 'contributor',
    });
    expect((await verifyAuditChain(world.temp.desk.db)).isSound).toBe(true);
  });
});
