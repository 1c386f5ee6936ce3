// What crosses between the hub and the desk about accounts: administration, invitations, second factors, single sign-on.
import * as z from 'zod';
import { isAccountName, maxNameLength } from '../accounts/account-name.ts';
import { roles } from '../accounts/roles.ts';
import { sessionSchema } from './hub-api.ts';

const instant = z.string();
const id = z.string().min(1).max(60);
const password = z.string().max(500);
const roleList = z.array(z.enum(roles)).max(roles.length).readonly();
const displayName = z.string().trim().min(1).max(60);

// --- accounts: GET|POST /api/accounts, PUT /api/accounts/:id, POST /api/accounts/:id/disable|enable|unlock

export const accountStates = ['active', 'invited', 'disabled'] as const;
export type AccountState = (typeof accountStates)[number];

export const linkKinds = ['invite', 'reset'] as const;

export const listedAccountSchema = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  roles: roleList,
  /** The one agency whose content it may touch; null for all of them. */
  agencyId: z.string().nullable(),
  agencyName: z.string().nullable(),
  state: z.enum(accountStates),
  lastSeenAt: instant.nullable(),
  createdAt: instant,
  hasSecondFactor: z.boolean(),
  /** The open link of this account, which only its receiver holds; past its time it still stands here. */
  link: z.object({ kind: z.enum(linkKinds), expiresAt: instant, isExpired: z.boolean() }).nullable(),
  /** Until when signing in waits after wrong tries; null when it does not. */
  lockedUntil: instant.nullable(),
});
export type ListedAccount = z.infer<typeof listedAccountSchema>;
export const accountListSchema = z.object({ accounts: z.array(listedAccountSchema) });

/** PUT; the name stays for ever, since the audit trail knows people by it. */
export const accountChangeSchema = z.object({
  displayName,
  roles: roleList,
  agencyId: id.nullable(),
});
export type AccountChange = z.infer<typeof accountChangeSchema>;
export const accountInviteSchema = accountChangeSchema.extend({
  name: z.string().trim().min(1).max(maxNameLength).refine(isAccountName),
});
export type AccountInvite = z.infer<typeof accountInviteSchema>;

/** POST /api/accounts/:id/link: a new link takes the place of the one before; DELETE withdraws it. */
export const newLinkSchema = z.object({ clearsSecondFactor: z.boolean().default(false) });
/** Told once and stored nowhere: the token goes into the fragment of `/admin/invite#…`. */
export const issuedLinkSchema = z.object({
  account: listedAccountSchema,
  token: z.string(),
  kind: z.enum(linkKinds),
  expiresAt: instant,
});
export type IssuedLink = z.infer<typeof issuedLinkSchema>;

// --- invitations: POST /api/invitations/look, POST /api/invitations/accept

/** In the body, never in an address: addresses are logged. */
export const linkTokenSchema = z.object({ token: z.string().min(1).max(100) });
export const invitationSchema = z.object({
  kind: z.enum(linkKinds),
  name: z.string(),
  displayName: z.string(),
  roles: roleList,
  agencyName: z.string().nullable(),
  expiresAt: instant,
});
export type Invitation = z.infer<typeof invitationSchema>;
export const acceptSchema = linkTokenSchema.extend({ password: z.string().min(10).max(500) });
/** Null where a second factor stands between the new password and a session. */
export const acceptedSchema = z.object({ session: sessionSchema.nullable() });

// --- second factor: GET|POST|DELETE /api/account/second-factor, POST …/confirm, POST …/recovery

export const secondFactorSchema = z.object({
  isOn: z.boolean(),
  since: instant.nullable(),
  recoveryCodesLeft: z.number(),
  /** True when one of the account's roles demands it. */
  isRequired: z.boolean(),
});
export type SecondFactor = z.infer<typeof secondFactorSchema>;
export const ownPasswordSchema = z.object({ password });
/** `uri` is what an authenticator app reads from a QR code (otpauth://). */
export const totpSetUpSchema = z.object({ secret: z.string(), uri: z.string() });
export const totpCodeSchema = z.object({ code: z.string().min(6).max(20) });
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) });

// --- sessions of everyone: GET /api/accounts/sessions, DELETE /api/accounts/sessions/:id

export const staffSessionListSchema = z.object({
  sessions: z.array(
    z.object({
      id: z.string(),
      accountId: z.string(),
      name: z.string(),
      displayName: z.string(),
      createdAt: instant,
      lastSeenAt: instant,
      userAgent: z.string(),
      address: z.string(),
      via: z.enum(['password', 'single-sign-on']),
      isCurrent: z.boolean(),
    }),
  ),
});
export type StaffSession = z.infer<typeof staffSessionListSchema>['sessions'][number];

// --- lock-outs of network addresses: GET /api/accounts/locks, POST /api/accounts/locks/lift

export const lockListSchema = z.object({
  locks: z.array(z.object({ address: z.string(), tries: z.number(), lockedUntil: instant })),
});
export const liftLockSchema = z.object({ address: z.string().min(1).max(100) });

// --- settings: GET|PUT /api/account-settings, POST /api/account-settings/try

const issuer = z
  .string()
  .trim()
  .max(500)
  .refine((text) => isIssuerAddress(text));

/** An issuer of OpenID Connect: https, or http on this very machine; no query, no fragment. */
export function isIssuerAddress(text: string): boolean {
  if (!/^https?:\/\/[^\s?#]+$/.test(text)) return false;
  const host = /^http:\/\/(?:[^/]*@)?(\[[0-9a-f:]+\]|[^/:]+)/i.exec(text)?.[1];
  return host === undefined || ['localhost', '127.0.0.1', '[::1]'].includes(host.toLowerCase());
}

/** Single sign-on by OpenID Connect: the claim's value is the name of the account that is signed in. */
export const singleSignOnSchema = z.object({
  isOn: z.boolean(),
  issuer,
  clientId: z.string().trim().min(1).max(300),
  claim: z
    .string()
    .trim()
    .regex(/^[\w.:/-]{1,100}$/),
  /** What the button at the door says: 政务统一身份认证. */
  label: z.string().trim().min(1).max(40),
});
export type SingleSignOn = z.infer<typeof singleSignOnSchema>;

export const accountSettingsSchema = z.object({
  secondFactorRoles: roleList,
  singleSignOn: singleSignOnSchema.nullable(),
  hasClientSecret: z.boolean(),
});
export type AccountSettings = z.infer<typeof accountSettingsSchema>;
/** `clientSecret` left out: it stays; null: there is none. */
export const accountSettingsInputSchema = accountSettingsSchema
  .omit({ hasClientSecret: true })
  .extend({ clientSecret: z.string().min(1).max(500).nullable().optional() });
export type AccountSettingsInput = z.infer<typeof accountSettingsInputSchema>;
/** POST /api/account-settings/try: what the issuer says of itself. */
export const tryIssuerSchema = z.object({ issuer });
export const triedIssuerSchema = z.object({ signInPage: z.string() });

// --- the door: GET /api/session/options

/** `label` of the button that leads to GET /api/single-sign-on; null where there is none. */
export const signInOptionsSchema = z.object({ singleSignOn: z.object({ label: z.string() }).nullable() });
