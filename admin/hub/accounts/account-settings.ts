// The settings of accounts: who needs a second factor, and the identity provider of single sign-on.
import { formatRoles, parseRoles, type Role } from '#shared/accounts/roles.ts';
import { AppError } from '#shared/errors/app-error.ts';
import {
  type AccountSettings,
  type AccountSettingsInput,
  type SingleSignOn,
  singleSignOnSchema,
} from '#shared/protocol/accounts-api.ts';
import { recordAudit } from '../editorial/audit.ts';
import { instant } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import type { AccountSettingsTable } from '../store/account-tables.ts';
import type { Database } from '../store/tables.ts';
import { type AccountDesk, together } from './account-desk.ts';

/** What the client secret is sealed for. */
export const clientSecretPurpose = 'client secret of single sign-on';

function loadRow(db: Database): Promise<AccountSettingsTable | undefined> {
  return db.selectFrom('account_settings').selectAll().where('id', '=', 1).executeTakeFirst();
}

export async function loadSettings(db: Database): Promise<AccountSettings> {
  const row = await loadRow(db);
  return {
    secondFactorRoles: parseRoles(row?.second_factor_roles ?? ''),
    singleSignOn: readSingleSignOn(row?.single_sign_on_json ?? null),
    hasClientSecret: (row?.client_secret ?? null) !== null,
  };
}

/** Whether one of these roles demands a second factor. */
export async function demandsSecondFactor(db: Database, roles: readonly Role[]): Promise<boolean> {
  const { secondFactorRoles } = await loadSettings(db);
  return roles.some((role) => secondFactorRoles.includes(role));
}

/** The identity provider with its opened secret, for signing in. Throws `accounts.sso-off`. */
export async function loadProvider(
  desk: AccountDesk,
): Promise<SingleSignOn & { readonly clientSecret: string | null }> {
  const row = await loadRow(desk.db);
  const provider = readSingleSignOn(row?.single_sign_on_json ?? null);
  if (provider === null || !provider.isOn) throw new AppError('accounts.sso-off');
  const sealed = row?.client_secret ?? null;
  if (sealed === null) return { ...provider, clientSecret: null };
  const secret = await desk.secrets.open(sealed, clientSecretPurpose);
  return { ...provider, clientSecret: Buffer.from(secret).toString('utf8') };
}

/** A secret left out of the input stays as it is; without single sign-on there is none. */
export async function saveSettings(
  desk: AccountDesk,
  input: AccountSettingsInput,
  actor: Actor,
): Promise<AccountSettings> {
  const given =
    typeof input.clientSecret === 'string'
      ? await desk.secrets.seal(Buffer.from(input.clientSecret), clientSecretPurpose)
      : input.clientSecret;
  return together(desk, async (inside) => {
    const before = await loadRow(inside.db);
    const secret = given === undefined ? (before?.client_secret ?? null) : given;
    const row = {
      second_factor_roles: formatRoles(input.secondFactorRoles),
      single_sign_on_json: input.singleSignOn === null ? null : JSON.stringify(input.singleSignOn),
      client_secret: input.singleSignOn === null ? null : secret,
      updated_at: instant(desk),
    };
    await inside.db
      .insertInto('account_settings')
      .values({ id: 1, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    const { singleSignOn } = input;
    const issuer = singleSignOn?.isOn === true ? singleSignOn.issuer : null;
    const details = { secondFactorRoles: row.second_factor_roles, ...(issuer === null ? {} : { issuer }) };
    await recordAudit(inside, { who: actor.name, action: 'account.settings', subject: '', details });
    return loadSettings(inside.db);
  });
}

/** What no longer reads as settings counts as none. */
function readSingleSignOn(json: string | null): SingleSignOn | null {
  if (json === null) return null;
  try {
    return singleSignOnSchema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
