// Secrets by which portals push records: shown once, kept as a digest, bound to one agency, revoked at any time.
import { AppError } from '#shared/errors/app-error.ts';
import type { PushToken } from '#shared/protocol/feeds-api.ts';
import { recordAudit } from '../../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../../editorial/desk.ts';
import { sha256Hex } from '../../editorial/stored-content.ts';
import type { Actor } from '../../http/actor.ts';
import type { PushTokenTable } from '../../store/feeds-tables.ts';
import type { Database } from '../../store/tables.ts';
import { refuseForeign } from '../sources.ts';

/** Tells a reader of a log, and a scanner for leaked secrets, what it has in front of it. */
const secretStart = 'mcpush_';
const secretBytes = 32;
const secretForm = /^Bearer (mcpush_[\w-]{40,60})$/;

/** Newest first; of one agency, or of all for null. */
export async function listTokens(db: Database, agencyId: string | null): Promise<PushToken[]> {
  let query = db
    .selectFrom('push_tokens as token')
    .innerJoin('agencies as agency', 'agency.id', 'token.agency_id')
    .selectAll('token')
    .select('agency.name as agency_name')
    .orderBy('token.created_at', 'desc')
    .orderBy('token.id', 'desc');
  if (agencyId !== null) query = query.where('token.agency_id', '=', agencyId);
  return (await query.execute()).map((row) => ({
    ...{ id: row.id, name: row.name, agencyId: row.agency_id, agencyName: row.agency_name },
    ...{ createdAt: row.created_at, createdBy: row.created_by },
    ...{ lastUsedAt: row.last_used_at, revokedAt: row.revoked_at },
  }));
}

/** Throws `store.unknown-agency` or `workflow.foreign-agency`. */
export function createToken(
  desk: Desk,
  input: { readonly name: string; readonly agencyId: string },
  actor: Actor,
): Promise<{ readonly token: PushToken; readonly secret: string }> {
  const secret = secretStart + Buffer.from(desk.randomBytes(secretBytes)).toString('base64url');
  return withTransaction(desk, async (inside) => {
    refuseForeign(input.agencyId, input.name, actor);
    const id = inside.newId('k');
    const agency = inside.db.selectFrom('agencies').select('id').where('id', '=', input.agencyId);
    if ((await agency.executeTakeFirst()) === undefined) {
      throw new AppError('store.unknown-agency', { agency: input.agencyId });
    }
    await inside.db
      .insertInto('push_tokens')
      .values({
        ...{ id, name: input.name, agency_id: input.agencyId, token_hash: sha256Hex(secret) },
        ...{ created_at: instant(inside), created_by: actor.name, last_used_at: null, revoked_at: null },
      })
      .execute();
    const note = { who: actor.name, subject: input.name, details: { id, agencyId: input.agencyId } };
    await recordAudit(inside, { ...note, action: 'push.token-create' });
    const token = (await listTokens(inside.db, input.agencyId)).find((one) => one.id === id);
    if (token === undefined) throw new AppError('not-found', { what: id });
    return { token, secret };
  });
}

/** A revoked token stays in the list, so that what was pushed by it keeps its name. Throws `not-found`. */
export function revokeToken(desk: Desk, id: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const token = await inside.db
      .selectFrom('push_tokens')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    if (token === undefined) throw new AppError('not-found', { what: id.slice(0, 60) });
    refuseForeign(token.agency_id, token.name, actor);
    if (token.revoked_at !== null) return;
    await inside.db
      .updateTable('push_tokens')
      .set({ revoked_at: instant(inside) })
      .where('id', '=', id)
      .execute();
    await recordAudit(inside, {
      who: actor.name,
      action: 'push.token-revoke',
      subject: token.name,
      details: { id },
    });
  });
}

/** The token of an Authorization header. Throws `feeds.bad-token`, the same whatever is wrong with it. */
export async function tokenOf(db: Database, authorization: string | null): Promise<PushTokenTable> {
  const secret = secretForm.exec(authorization ?? '')?.[1];
  const token =
    secret === undefined
      ? undefined
      : await db
          .selectFrom('push_tokens')
          .selectAll()
          // Found by digest: how long a look-up takes tells nothing about a secret of 32 random bytes.
          .where('token_hash', '=', sha256Hex(secret))
          .where('revoked_at', 'is', null)
          .executeTakeFirst();
  if (token === undefined) throw new AppError('feeds.bad-token');
  return token;
}
