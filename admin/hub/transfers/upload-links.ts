// Upload links: one agency's way to send files without an account. Expiring, revocable, bounded; only a digest of the secret is kept.
import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import { AppError } from '#shared/errors/app-error.ts';
import type { UploadLink, UploadLinkInput } from '#shared/protocol/transfers-api.ts';
import { recordAudit } from '../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../editorial/desk.ts';
import type { Actor } from '../http/actor.ts';
import type { UploadLinkTable } from '../store/transfer-tables.ts';
import { findAgency } from './prepare-transfer.ts';
import { refuseForeign } from './transfer-scope.ts';

/** 160 bits: nobody finds one by trying. */
const tokenBytes = 20;
const dayMs = 24 * 3600_000;
const tokenPattern = /^[A-Za-z0-9_-]{27}$/;

export interface MadeLink {
  readonly link: UploadLink;
  /** Told once, to whoever made it. */
  readonly token: string;
}

export function makeUploadLink(desk: Desk, input: UploadLinkInput, actor: Actor): Promise<MadeLink> {
  refuseForeign(actor, input.agencyId);
  const token = Buffer.from(desk.randomBytes(tokenBytes)).toString('base64url');
  return withTransaction(desk, async (inside) => {
    const { name } = await findAgency(inside, input.agencyId);
    const row = {
      id: inside.newId('u'),
      agency_id: input.agencyId,
      token_hash: hashOf(token),
      label: input.label,
      created_at: instant(inside),
      created_by: actor.name,
      expires_at: new Date(inside.now() + input.days * dayMs).toISOString(),
      revoked_at: null,
      revoked_by: null,
      max_files: input.maxFiles,
      max_bytes: input.maxMegabytes * 1024 * 1024,
      used_files: 0,
      used_bytes: 0,
      last_used_at: null,
    };
    await inside.db.insertInto('upload_links').values(row).execute();
    const details = { id: row.id, expiresAt: row.expires_at };
    await recordAudit(inside, { who: actor.name, action: 'transfer.link', subject: name, details });
    return { link: linkOf({ ...row, name }, inside.now()), token };
  });
}

/** Those of everybody, or of the one agency; the newest first. */
export async function listUploadLinks(desk: Desk, actor: Actor): Promise<UploadLink[]> {
  let query = desk.db
    .selectFrom('upload_links as link')
    .innerJoin('agencies as agency', 'agency.id', 'link.agency_id')
    .selectAll('link')
    .select('agency.name')
    .orderBy('link.id', 'desc')
    .limit(500);
  if (actor.agencyId !== null) query = query.where('link.agency_id', '=', actor.agencyId);
  const now = desk.now();
  return (await query.execute()).map((row) => linkOf(row, now));
}

/** From now on the address opens nothing; what came through it stays. */
export function revokeUploadLink(desk: Desk, id: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const row = await inside.db
      .selectFrom('upload_links')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (row === undefined) throw new AppError('not-found', { what: id.slice(0, 60) });
    refuseForeign(actor, row.agency_id);
    if (row.revoked_at !== null) return;
    await inside.db
      .updateTable('upload_links')
      .set({ revoked_at: instant(inside), revoked_by: actor.name })
      .where('id', '=', id)
      .execute();
    const { name } = await findAgency(inside, row.agency_id);
    await recordAudit(inside, { who: actor.name, action: 'transfer.unlink', subject: name, details: { id } });
  });
}

/** A link as the page behind it sees it. */
export interface OpenLink extends Selectable<UploadLinkTable> {
  readonly name: string;
}

/** The open link of this secret. Throws `transfers.link-closed` alike for one unknown, expired or revoked. */
export async function findOpenLink(desk: Desk, token: string): Promise<OpenLink> {
  const row = await findLink(desk, token);
  if (row === null || !isOpen(row, desk.now())) throw new AppError('transfers.link-closed');
  return row;
}

/** The link of this secret, also when its time is over: its receipts stay readable until it is revoked. */
export async function findLink({ db }: Pick<Desk, 'db'>, token: string): Promise<OpenLink | null> {
  if (!tokenPattern.test(token)) return null;
  const row = await db
    .selectFrom('upload_links as link')
    .innerJoin('agencies as agency', 'agency.id', 'link.agency_id')
    .selectAll('link')
    .select('agency.name')
    .where('link.token_hash', '=', hashOf(token))
    .executeTakeFirst();
  return row === undefined || row.revoked_at !== null ? null : row;
}

const isOpen = (row: Pick<UploadLinkTable, 'revoked_at' | 'expires_at'>, nowMs: number) =>
  row.revoked_at === null && Date.parse(row.expires_at) > nowMs;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

function linkOf(row: Selectable<UploadLinkTable> & { readonly name: string }, nowMs: number): UploadLink {
  return {
    id: row.id,
    agencyId: row.agency_id,
    agencyName: row.name,
    label: row.label,
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    isOpen: isOpen(row, nowMs),
    maxFiles: row.max_files,
    maxBytes: row.max_bytes,
    usedFiles: row.used_files,
    usedBytes: row.used_bytes,
    lastUsedAt: row.last_used_at,
  };
}
