// Bulletins (通报): drafted from the figures of a period, edited, and frozen with figures and rules when final.
import type { z } from 'zod';
import { AppError } from '#shared/errors/app-error.ts';
import {
  type Bulletin,
  type BulletinChange,
  type BulletinFigures,
  bulletinFiguresSchema,
  type bulletinListSchema,
  bulletinTextSchema,
  type ScoreFact,
} from '#shared/protocol/bulletins-api.ts';
import { type Period, parsePeriod } from '#shared/reports/period.ts';
import { chinaDay } from '#shared/reports/report-table.ts';
import type { Measure } from '#shared/reports/score.ts';
import { refreshDeadlines } from '../../deadlines/refresh-deadlines.ts';
import { recordAudit } from '../../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../../editorial/desk.ts';
import { canonicalJson } from '../../editorial/stored-content.ts';
import type { Actor } from '../../http/actor.ts';
import type { BulletinTable } from '../../store/report-tables.ts';
import type { Database } from '../../store/tables.ts';
import { bulletinTitle, draftText } from './draft-text.ts';
import type { DutySource } from './duty-source.ts';
import { measurePeriod } from './measure.ts';
import { loadScoreRules } from './score-rules.ts';

/** The longest list of facts shown behind one number. */
const shownFacts = 500;

export async function listBulletins(db: Database): Promise<z.infer<typeof bulletinListSchema>> {
  const rows = await db
    .selectFrom('bulletins')
    .select(['id', 'period', 'title', 'state', 'revision', 'updated_at', 'updated_by'])
    .select(['finalised_at', 'finalised_by'])
    .orderBy('period', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return { bulletins: rows.map(fieldsOf) };
}

type Fields = Omit<BulletinTable, 'text_json' | 'figures_json' | 'created_at' | 'created_by'>;

function fieldsOf(row: Fields) {
  const { id, period, title, state, revision } = row;
  return {
    ...{ id, period, title, state, revision },
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    finalisedAt: row.finalised_at,
    finalisedBy: row.finalised_by,
  };
}

async function findBulletin(db: Database, id: string): Promise<BulletinTable> {
  const row = await db.selectFrom('bulletins').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id });
  return row;
}

/** A bulletin with all its facts; those of a draft are as of now. Throws `not-found`. */
export async function loadWhole(
  desk: Desk,
  id: string,
  duties: DutySource,
): Promise<Bulletin & { readonly figures: BulletinFigures }> {
  const row = await findBulletin(desk.db, id);
  const text = bulletinTextSchema.parse(JSON.parse(row.text_json));
  const figures =
    row.figures_json === null
      ? await measureNow(desk, mustParse(row.period), duties)
      : bulletinFiguresSchema.parse(JSON.parse(row.figures_json));
  return { ...fieldsOf(row), text, figures };
}

async function measureNow(desk: Desk, period: Period, duties: DutySource): Promise<BulletinFigures> {
  const { rules } = await loadScoreRules(desk.db);
  return measurePeriod(desk.db, period, rules, desk.now(), duties);
}

/** The facts behind one number of one agency. */
export async function loadFacts(
  desk: Desk,
  id: string,
  { agencyId, measure }: { readonly agencyId: string; readonly measure: Measure },
  duties: DutySource,
): Promise<{ facts: ScoreFact[]; total: number }> {
  const { figures } = await loadWhole(desk, id, duties);
  const facts = figures.facts.filter((fact) => fact.agencyId === agencyId && fact.measure === measure);
  return { facts: facts.slice(0, shownFacts), total: facts.length };
}

/** Throws `bad-request` for what is no month and no quarter. Several bulletins may be about one period. */
export async function createBulletin(
  desk: Desk,
  periodId: string,
  actor: Actor,
  duties: DutySource,
): Promise<string> {
  const period = mustParse(periodId);
  await refreshDeadlines(desk);
  const figures = await measureNow(desk, period, duties);
  return withTransaction(desk, async (inside) => {
    const at = instant(inside);
    const text = draftText(period, figures, await headOf(inside.db, period, chinaDay(at)));
    const title = bulletinTitle(period);
    const id = inside.newId('b');
    const by = { created_at: at, created_by: actor.name, updated_at: at, updated_by: actor.name };
    await inside.db
      .insertInto('bulletins')
      .values({
        id,
        period: period.id,
        title,
        state: 'draft',
        text_json: canonicalJson(text),
        revision: 1,
        ...by,
      })
      .execute();
    await recordAudit(inside, {
      who: actor.name,
      action: 'bulletin.create',
      subject: title,
      details: { id },
    });
    return id;
  });
}

async function headOf(db: Database, period: Period, today: string) {
  const venue = await db.selectFrom('venue').select('region').executeTakeFirst();
  const { count } = await db
    .selectFrom('bulletins')
    .select((rows) => rows.fn.countAll<number>().as('count'))
    .where('period', 'like', `${period.id.slice(0, 4)}-%`)
    .executeTakeFirstOrThrow();
  const region = venue?.region ?? '';
  return { issuer: `${region}政务公开工作领导小组办公室`, issue: count + 1, today };
}

/** Throws `not-found`, `report.final`, or `store.conflict` when `revision` is not the newest. */
export function changeBulletin(desk: Desk, id: string, change: BulletinChange, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const row = await openDraft(inside.db, id, change.revision);
    await inside.db
      .updateTable('bulletins')
      .set({ title: change.title, text_json: canonicalJson(change.text), ...revised(inside, row, actor) })
      .where('id', '=', id)
      .execute();
    const details = { id, version: row.revision + 1 };
    await recordAudit(inside, { who: actor.name, action: 'bulletin.update', subject: change.title, details });
  });
}

/** Freezes text, figures and rules together. */
export async function finaliseBulletin(
  desk: Desk,
  id: string,
  revision: number,
  actor: Actor,
  duties: DutySource,
): Promise<void> {
  const { period } = await findBulletin(desk.db, id);
  await refreshDeadlines(desk);
  const figures = await measureNow(desk, mustParse(period), duties);
  await withTransaction(desk, async (inside) => {
    const row = await openDraft(inside.db, id, revision);
    const final = {
      finalised_at: instant(inside),
      finalised_by: actor.name,
      figures_json: canonicalJson(figures),
    };
    await inside.db
      .updateTable('bulletins')
      .set({ state: 'final', ...final, ...revised(inside, row, actor) })
      .where('id', '=', id)
      .execute();
    await recordAudit(inside, {
      who: actor.name,
      action: 'bulletin.finalise',
      subject: row.title,
      details: { id },
    });
  });
}

/** Only a draft can be thrown away. */
export function removeBulletin(desk: Desk, id: string, actor: Actor): Promise<void> {
  return withTransaction(desk, async (inside) => {
    const row = await openDraft(inside.db, id, null);
    await inside.db.deleteFrom('bulletins').where('id', '=', id).execute();
    await recordAudit(inside, {
      who: actor.name,
      action: 'bulletin.remove',
      subject: row.title,
      details: { id },
    });
  });
}

/** `revision` null for whichever is the newest. */
async function openDraft(db: Database, id: string, revision: number | null): Promise<BulletinTable> {
  const row = await findBulletin(db, id);
  if (row.state === 'final') throw new AppError('report.final', { what: row.title });
  if (revision !== null && row.revision !== revision) {
    throw new AppError('store.conflict', { title: row.title, version: row.revision, who: row.updated_by });
  }
  return row;
}

function revised(desk: Desk, { revision }: BulletinTable, actor: Actor) {
  return { revision: revision + 1, updated_at: instant(desk), updated_by: actor.name };
}

function mustParse(id: string): Period {
  const period = parsePeriod(id);
  if (period === null || period.kind === 'year') throw new AppError('bad-request', { reason: id });
  return period;
}
