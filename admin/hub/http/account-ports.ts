// What the HTTP side of the hub asks of accounts: signing in, own account, invitations, administration, single sign-on.
import type { IsoInstant } from '#shared/catalogue/record.ts';
import type {
  AccountChange,
  AccountInvite,
  AccountSettings,
  AccountSettingsInput,
  Invitation,
  IssuedLink,
  ListedAccount,
  SecondFactor,
  StaffSession,
} from '#shared/protocol/accounts-api.ts';
import type { Session } from '#shared/protocol/hub-api.ts';
import type { Actor } from './actor.ts';

/** A signed-in session as a request presents it. */
export interface ActiveSession {
  readonly id: string;
  readonly account: Session['account'];
  readonly csrfToken: string;
  /** Nothing but the own account is open to it until a second factor is set up. */
  readonly needsSecondFactor: boolean;
}

/** Where a request came from, for lock-outs and the audit trail. */
export interface Client {
  readonly address: string;
  readonly userAgent: string;
}

/** A session that was just opened. `token` is the secret of the cookie; only its hash is stored. */
export interface OpenedSession {
  readonly token: string;
  readonly session: ActiveSession;
  readonly maxAgeSeconds: number;
}

export interface AccountService {
  /**
   * Checks name and password, with the same delay and answer for an unknown name and a wrong password, then the code
   * of the second factor where the account has one: without it `accounts.code-needed` asks for it.
   * Throws an AppError of status 401, or of status 429 with `details.retryAfterSeconds` when locked out.
   */
  signIn(
    attempt: Client & {
      readonly name: string;
      readonly password: string;
      readonly code?: string | undefined;
    },
  ): Promise<OpenedSession>;
  /** The session of a cookie's token, or null when unknown, revoked or expired. */
  sessionOf(token: string): Promise<ActiveSession | null>;
  sessionsOf(accountId: string): Promise<
    readonly {
      readonly id: string;
      readonly createdAt: IsoInstant;
      readonly lastSeenAt: IsoInstant;
      readonly userAgent: string;
    }[]
  >;
  /** Ends a session of this account; false when there is none with this id. */
  revoke(actor: Actor, sessionId: string): Promise<boolean>;
  /** Ends every other session of the account. Throws an AppError of status 4xx when `current` is wrong. */
  changePassword(
    actor: Actor,
    change: { readonly current: string; readonly next: string; readonly keepSessionId: string },
  ): Promise<void>;
}

/** The second factor of the asker's own account. A wrong password is `accounts.wrong-current-password`. */
export interface SecondFactorService {
  status(actor: Actor): Promise<SecondFactor>;
  /** Makes a secret that counts once a code of it was confirmed. */
  begin(actor: Actor, password: string): Promise<{ readonly secret: string; readonly uri: string }>;
  /** Turns it on, ends every other session and gives the recovery codes, which are told only this once. */
  confirm(actor: Actor, code: string, keepSessionId: string): Promise<readonly string[]>;
  /** Throws `accounts.second-factor-kept` where a role demands it. */
  turnOff(actor: Actor, password: string): Promise<void>;
  /** Ten new recovery codes in place of those left. */
  renewRecoveryCodes(actor: Actor, password: string): Promise<readonly string[]>;
}

/** Links that let somebody set the password of one account, once. All throw `accounts.link-invalid`. */
export interface InvitationService {
  look(token: string): Promise<Invitation>;
  /** Sets the password and signs in; null where a second factor is still to be shown. */
  accept(
    request: Client & { readonly token: string; readonly password: string },
  ): Promise<OpenedSession | null>;
}

/**
 * What administrators do with the accounts of others. Whoever is bound to an agency reaches its accounts alone:
 * anything else is `accounts.foreign-agency`.
 */
export interface StaffService {
  list(actor: Actor): Promise<readonly ListedAccount[]>;
  /** Throws `accounts.bad-name`, `accounts.name-taken`, `accounts.no-role` or `store.unknown-agency`. */
  invite(input: AccountInvite, actor: Actor): Promise<IssuedLink>;
  /** Throws `accounts.own-account`, `accounts.last-administrator`, `accounts.no-role` or `store.unknown-agency`. */
  change(id: string, change: AccountChange, actor: Actor): Promise<ListedAccount>;
  /** Its sessions and its link end at once. Throws `accounts.own-account` or `accounts.last-administrator`. */
  disable(id: string, actor: Actor): Promise<ListedAccount>;
  enable(id: string, actor: Actor): Promise<ListedAccount>;
  /** Throws `accounts.own-account` or `accounts.disabled`. */
  renewLink(id: string, options: { readonly clearsSecondFactor: boolean }, actor: Actor): Promise<IssuedLink>;
  withdrawLink(id: string, actor: Actor): Promise<ListedAccount>;
  /** Forgets the wrong tries at this account. */
  unlock(id: string, actor: Actor): Promise<ListedAccount>;
  sessions(actor: Actor): Promise<readonly Omit<StaffSession, 'isCurrent'>[]>;
  /** Throws `not-found`. */
  endSession(sessionId: string, actor: Actor): Promise<void>;
  /** Network addresses that have to wait, for administrators of all agencies. */
  locks(
    actor: Actor,
  ): Promise<
    readonly { readonly address: string; readonly tries: number; readonly lockedUntil: IsoInstant }[]
  >;
  liftLock(address: string, actor: Actor): Promise<void>;
  settings(actor: Actor): Promise<AccountSettings>;
  saveSettings(input: AccountSettingsInput, actor: Actor): Promise<AccountSettings>;
}

/** Signing in by the identity provider of the settings. All throw `accounts.sso-…`. */
export interface SingleSignOnService {
  /** What the button says; null where there is none. */
  label(): Promise<string | null>;
  /** Where the browser goes, and the secret its cookie keeps so that nobody else can finish what it began. */
  start(request: {
    readonly redirectUri: string;
  }): Promise<{ readonly url: string; readonly browser: string }>;
  finish(
    request: Client & {
      readonly state: string;
      readonly code: string;
      readonly issuer: string | null;
      readonly browser: string;
    },
  ): Promise<OpenedSession>;
  /** Asks an issuer for its description; gives the page it signs people in at. */
  tryIssuer(issuer: string): Promise<string>;
}
