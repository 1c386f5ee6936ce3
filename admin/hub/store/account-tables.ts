// The tables about accounts as Kysely sees them.
import type { Generated } from 'kysely';

/** Never deleted: what an account did keeps its name. */
export interface AccountTable {
  id: string;
  name: string;
  /** The name folded to one spelling; unique. */
  name_key: string;
  display_name: string;
  /** See shared/accounts/roles.ts: names separated by blanks. */
  roles: string;
  /** The one agency whose content it may touch; null for all of them. */
  agency_id: string | null;
  /** Set while the account cannot sign in. */
  disabled_at: string | null;
  /** See accounts/passwords.ts for the format; empty while it has none. */
  password_hash: string;
  password_changed_at: string;
  created_at: string;
  /** Set until the invited person signs in for the first time. */
  invited_at: string | null;
  last_seen_at: string | null;
  /** The TOTP secret, sealed (see accounts/secret-box.ts); being set up while `totp_since` is null. */
  totp_secret: string | null;
  totp_since: string | null;
  /** The time step of the last code that was accepted: no code works twice. */
  totp_step: Generated<number>;
}

export interface SessionTable {
  id: string;
  account_id: string;
  /** SHA-256 of the cookie's token; the token itself is nowhere. */
  token_hash: string;
  csrf_token: string;
  created_at: string;
  last_seen_at: string;
  user_agent: string;
  address: string;
  via: Generated<SignInWay>;
}

export type SignInWay = 'password' | 'single-sign-on';

/** The one open link of an account; used or withdrawn, its row is gone and the audit trail tells of it. */
export interface InvitationTable {
  id: string;
  account_id: string;
  /** `invite`: the first password; `reset`: another one. */
  kind: 'invite' | 'reset';
  /** 1 when using it turns the second factor off: the telephone was lost. */
  clears_second_factor: number;
  /** SHA-256 of the link's token; the token itself is nowhere. */
  token_hash: string;
  created_at: string;
  created_by: string;
  expires_at: string;
}

/** Recovery codes not used yet. */
export interface RecoveryCodeTable {
  account_id: string;
  /** SHA-256; the codes have 80 random bits. */
  code_hash: string;
}

/** One row, `id` 1, once somebody saved settings. */
export interface AccountSettingsTable {
  id: number;
  /** Roles that must use a second factor, as in `accounts.roles`. */
  second_factor_roles: string;
  /** A SingleSignOn (see shared/protocol/accounts-api.ts); null where it was never set up. */
  single_sign_on_json: string | null;
  /** Sealed; null for a public client. */
  client_secret: string | null;
  updated_at: string;
}
