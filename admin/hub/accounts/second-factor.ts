// The second factor of an account: setting it up, checking its codes, recovery codes, turning it off.
import { createHash } from 'node:crypto';
import { parseRoles } from '#shared/accounts/roles.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { SecondFactor } from '#shared/protocol/accounts-api.ts';
import { recordAudit } from '../editorial/audit.ts';
import { instant } from '../editorial/desk.ts';
import { loadVenue } from '../editorial/venue-service.ts';
import type { SecondFactorService } from '../http/account-ports.ts';
import type { Actor } from '../http/actor.ts';
import { type AccountDesk, type AccountRow, requireAccount, together } from './account-desk.ts';
import { demandsSecondFactor } from './account-settings.ts';
import { confirmPassword } from './password-rules.ts';
import { generatePassword } from './passwords.ts';
import { authenticatorUri, findStep, secretBytes, toBase32 } from './totp.ts';

const recoveryCodes = 10;

export function createSecondFactorService(desk: AccountDesk): SecondFactorService {
  return {
    status: (actor) => loadStatus(desk, actor),
    begin: (actor, password) => begin(desk, actor, password),
    confirm: (actor, code, keepSessionId) => confirm(desk, actor, code, keepSessionId),
    turnOff: (actor, password) => turnOff(desk, actor, password),
    renewRecoveryCodes: (actor, password) => renewRecoveryCodes(desk, actor, password),
  };
}

/**
 * Takes a code of the authenticator, or a recovery code, for this account; either works once, also when two requests
 * bring it at the same time.
 */
export async function acceptCode(desk: AccountDesk, account: AccountRow, text: string): Promise<boolean> {
  const code = text.replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(code)) return spendRecoveryCode(desk, account, code);
  const step = findStep(await openSecret(desk, account), code, desk.now(), account.totp_step);
  if (step === null) return false;
  const { numUpdatedRows } = await desk.db
    .updateTable('accounts')
    .set({ totp_step: step })
    .where('id', '=', account.id)
    .where('totp_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Turns the second factor off; call it inside the transaction that says why. */
export async function clearSecondFactor(desk: AccountDesk, accountId: string): Promise<void> {
  await desk.db.deleteFrom('recovery_codes').where('account_id', '=', accountId).execute();
  await desk.db
    .updateTable('accounts')
    .set({ totp_secret: null, totp_since: null, totp_step: 0 })
    .where('id', '=', accountId)
    .execute();
}

async function spendRecoveryCode(desk: AccountDesk, account: AccountRow, code: string): Promise<boolean> {
  return together(desk, async (inside) => {
    const { numDeletedRows } = await inside.db
      .deleteFrom('recovery_codes')
      .where('account_id', '=', account.id)
      .where('code_hash', '=', recoveryHash(code))
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await recordAudit(inside, {
      who: account.name,
      action: 'account.recovery-code-used',
      subject: account.name,
    });
    return true;
  });
}

async function loadStatus(desk: AccountDesk, actor: Actor): Promise<SecondFactor> {
  const account = await requireAccount(desk, actor.accountId);
  const { left } = await desk.db
    .selectFrom('recovery_codes')
    .select(({ fn }) => fn.countAll<number>().as('left'))
    .where('account_id', '=', account.id)
    .executeTakeFirstOrThrow();
  return {
    isOn: account.totp_since !== null,
    since: account.totp_since,
    recoveryCodesLeft: Number(left),
    isRequired: await demandsSecondFactor(desk.db, parseRoles(account.roles)),
  };
}

async function begin(desk: AccountDesk, actor: Actor, password: string) {
  const account = await confirmPassword(desk, actor, password);
  if (account.totp_since !== null) throw new AppError('accounts.second-factor-not-begun');
  const secret = desk.randomBytes(secretBytes);
  const sealed = await desk.secrets.seal(secret, purposeOf(account));
  await desk.db
    .updateTable('accounts')
    .set({ totp_secret: sealed })
    .where('id', '=', account.id)
    .where('totp_since', 'is', null)
    .execute();
  const { name } = await loadVenue(desk.db);
  return { secret: toBase32(secret), uri: authenticatorUri(name, account.name, secret) };
}

async function confirm(desk: AccountDesk, actor: Actor, code: string, keepSessionId: string) {
  const account = await requireAccount(desk, actor.accountId);
  if (account.totp_secret === null || account.totp_since !== null) {
    throw new AppError('accounts.second-factor-not-begun');
  }
  const secret = await openSecret(desk, account);
  const step = findStep(secret, code.replace(/\s/g, ''), desk.now(), account.totp_step);
  if (step === null) throw new AppError('accounts.wrong-confirmation');
  return together(desk, async (inside) => {
    const { numUpdatedRows } = await inside.db
      .updateTable('accounts')
      .set({ totp_since: instant(desk), totp_step: step })
      .where('id', '=', account.id)
      .where('totp_secret', '=', account.totp_secret)
      .where('totp_since', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new AppError('accounts.second-factor-not-begun');
    await inside.db
      .deleteFrom('sessions')
      .where('account_id', '=', account.id)
      .where('id', '<>', keepSessionId)
      .execute();
    await note(inside, account, 'account.second-factor-on');
    return replaceRecoveryCodes(inside, account);
  });
}

async function turnOff(desk: AccountDesk, actor: Actor, password: string): Promise<void> {
  const account = await confirmPassword(desk, actor, password);
  if (await demandsSecondFactor(desk.db, parseRoles(account.roles))) {
    throw new AppError('accounts.second-factor-kept');
  }
  await together(desk, async (inside) => {
    await clearSecondFactor(inside, account.id);
    if (account.totp_since !== null) await note(inside, account, 'account.second-factor-off');
  });
}

async function renewRecoveryCodes(desk: AccountDesk, actor: Actor, password: string) {
  const account = await confirmPassword(desk, actor, password);
  if (account.totp_since === null) throw new AppError('accounts.second-factor-not-begun');
  return together(desk, async (inside) => {
    await note(inside, account, 'account.recovery-codes');
    return replaceRecoveryCodes(inside, account);
  });
}

/** Each has 80 random bits, so a plain digest keeps it as well as a slow one would. */
async function replaceRecoveryCodes(desk: AccountDesk, account: AccountRow): Promise<readonly string[]> {
  const codes = Array.from({ length: recoveryCodes }, () => generatePassword(desk.randomBytes));
  await desk.db.deleteFrom('recovery_codes').where('account_id', '=', account.id).execute();
  await desk.db
    .insertInto('recovery_codes')
    .values(codes.map((code) => ({ account_id: account.id, code_hash: recoveryHash(code) })))
    .execute();
  return codes;
}

/** As typed from paper: case, dashes and the letters Crockford's alphabet leaves out do not matter. */
function recoveryHash(code: string): string {
  const plain = code.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
  return createHash('sha256').update(plain).digest('hex');
}

async function openSecret(desk: AccountDesk, account: AccountRow): Promise<Uint8Array> {
  return desk.secrets.open(account.totp_secret ?? '', purposeOf(account));
}

const purposeOf = ({ id }: AccountRow) => `second factor of ${id}`;

function note(
  desk: AccountDesk,
  { name }: AccountRow,
  action: 'account.second-factor-on' | 'account.second-factor-off' | 'account.recovery-codes',
): Promise<void> {
  return recordAudit(desk, { who: name, action, subject: name });
}
