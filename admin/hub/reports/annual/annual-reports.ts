// Statutory annual reports: one a year and agency, entered by staff, frozen with what the system knew when final.
import type { Selectable } from 'kysely';
import type { z } from 'zod';
import { sectionNodes } from '#shared/catalogue/disclosure-sections.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type {
  AnnualInput,
  AnnualReport,
  annualChangeSchema,
  annualListSchema,
} from '#shared/protocol/annual-api.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { annualContentSchema, emptyContent, knownFiguresSchema } from '#shared/reports/annual-content.ts';
import { dueDay, findFaults } from '#shared/reports/annual-sums.ts';
import { chinaDay } from '#shared/reports/report-table.ts';
import { recordAudit } from '../../editorial/audit.ts';
import { type Desk, instant, withTransaction } from '../../editorial/desk.ts';
import { createRecordService } from '../../editorial/record-service.ts';
import { canonicalJson } from '../../editorial/stored-content.ts';
import type { Actor } from '../../http/actor.ts';
import type { AnnualReportTable } from '../../store/report-tables.ts';
import type { Database } from '../../store/tables.ts';
import { annualBodyHtml } from './annual-paper.ts';
import { knownFigures } from './known-figures.ts';
import { requestFigures } from './request-figures.ts';

type Row = Selectable<AnnualReportTable>;

/** Somebody bound to one agency sees its reports alone. */
export async function listReports(
  db: Database,
  agencyId: string | null,
): Promise<z.infer<typeof annualListSchema>> {
  let query = db.selectFrom('annual_reports').selectAll().orderBy('year', 'desc').orderBy('id');
  if (agencyId !== null) query = query.where('agency_id', '=', agencyId);
  const names = await namesOf(db);
  return { reports: (await query.execute()).map((row) => fieldsOf(row, names)) };
}

/** Names by agency; the whole government under null. */
async function namesOf(db: Database): Promise<ReadonlyMap<string | null, string>> {
  const agencies = await db.selectFrom('agencies').select(['id', 'name']).execute();
  const venue = await db.selectFrom('venue').select('region').executeTakeFirst();
  const government: [null, string] = [null, `${venue?.region ?? ''}人民政府`];
  return new Map<string | null, string>([government, ...agencies.map(({ id, name }) => [id, name] as const)]);
}

function fieldsOf(row: Row, names: ReadonlyMap<string | null, string>) {
  const { id, year, agency_id: agencyId, state, revision } = row;
  const agencyName = names.get(agencyId) ?? '';
  return {
    ...{ id, year, agencyId, agencyName, state, revision },
    title: `${agencyName}${year}年政府信息公开工作年度报告`,
    dueOn: dueDay(year, agencyId === null),
    recordId: row.record_id,
    updatedAt: row.updated_at,
    updatedBy: row.updated_by,
    finalisedAt: row.finalised_at,
    finalisedBy: row.finalised_by,
  };
}

/** Throws `not-found`. */
export async function loadReport(db: Database, id: string): Promise<AnnualReport> {
  const row = await findRow(db, id);
  const beforeRow = await findOfYear(db, row.year - 1, row.agency_id);
  const before = beforeRow === undefined ? null : await figuresOf(db, beforeRow);
  return { ...fieldsOf(row, await namesOf(db)), ...(await figuresOf(db, row)), before };
}

async function figuresOf(db: Database, { year, agency_id, content_json, figures_json }: Row) {
  const content = annualContentSchema.parse(JSON.parse(content_json));
  const known =
    figures_json === null
      ? { ...(await knownFigures(db, year, agency_id)), ...(await requestFigures(db, year, agency_id)) }
      : knownFiguresSchema.parse(JSON.parse(figures_json));
  return { content, known };
}

async function findRow(db: Database, id: string): Promise<Row> {
  const row = await db.selectFrom('annual_reports').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new AppError('not-found', { what: id });
  return row;
}

function findOfYear(db: Database, year: number, agencyId: string | null): Promise<Row | undefined> {
  const ofYear = db.selectFrom('annual_reports').selectAll().where('year', '=', year);
  return (
    agencyId === null ? ofYear.where('agency_id', 'is', null) : ofYear.where('agency_id', '=', agencyId)
  ).executeTakeFirst();
}

/** Throws `report.exists` when there is one. What the year before carried over is carried on. */
export function createReport(
  desk: Desk,
  { year, agencyId }: AnnualInput,
  actor: Actor,
): Promise<AnnualReport> {
  return withTransaction(desk, async (inside) => {
    const names = await namesOf(inside.db);
    if (!names.has(agencyId)) throw new AppError('store.unknown-agency', { agency: agencyId });
    const there = await findOfYear(inside.db, year, agencyId);
    if (there !== undefined) throw new AppError('report.exists', { what: fieldsOf(there, names).title });
    const content = emptyContent();
    const before = await findOfYear(inside.db, year - 1, agencyId);
    if (before !== undefined) {
      content.table2.carried = (await figuresOf(inside.db, before)).content.table2.carriedOver;
    }
    const id = inside.newId('y');
    const at = instant(inside);
    const by = { created_at: at, created_by: actor.name, updated_at: at, updated_by: actor.name };
    await inside.db
      .insertInto('annual_reports')
      .values({
        id,
        year,
        agency_id: agencyId,
        state: 'draft',
        content_json: canonicalJson(content),
        revision: 1,
        ...by,
      })
      .execute();
    const report = await loadReport(inside.db, id);
    await recordAudit(inside, {
      who: actor.name,
      action: 'annual-report.create',
      subject: report.title,
      details: { id },
    });
    return report;
  });
}

/** Throws `report.final`, or `store.conflict` when `revision` is not the newest. */
export function changeReport(
  desk: Desk,
  id: string,
  { revision, content }: z.infer<typeof annualChangeSchema>,
  actor: Actor,
): Promise<AnnualReport> {
  return withTransaction(desk, async (inside) => {
    await openDraft(inside.db, id, revision);
    await inside.db
      .updateTable('annual_reports')
      .set({ content_json: canonicalJson(content), ...revised(inside, revision, actor) })
      .where('id', '=', id)
      .execute();
    const report = await loadReport(inside.db, id);
    const details = { id, version: report.revision };
    await recordAudit(inside, {
      who: actor.name,
      action: 'annual-report.update',
      subject: report.title,
      details,
    });
    return report;
  });
}

/** Throws `report.unbalanced` while figures do not add up. */
export function finaliseReport(
  desk: Desk,
  id: string,
  revision: number,
  actor: Actor,
): Promise<AnnualReport> {
  return withTransaction(desk, async (inside) => {
    await openDraft(inside.db, id, revision);
    const { content, known, before } = await loadReport(inside.db, id);
    const grave = findFaults(content, known, before).filter(({ isGrave }) => isGrave);
    if (grave.length > 0) throw new AppError('report.unbalanced', { count: grave.length });
    await inside.db
      .updateTable('annual_reports')
      .set({
        ...{ state: 'final', figures_json: canonicalJson(known), finalised_at: instant(inside) },
        finalised_by: actor.name,
        ...revised(inside, revision, actor),
      })
      .where('id', '=', id)
      .execute();
    const report = await loadReport(inside.db, id);
    await recordAudit(inside, {
      who: actor.name,
      action: 'annual-report.finalise',
      subject: report.title,
      details: { id },
    });
    return report;
  });
}

/** Makes a draft page of a final report, which goes the way of every page; a second call gives the same one. */
export async function makePage(desk: Desk, id: string, agencyId: string, actor: Actor): Promise<string> {
  const report = await loadReport(desk.db, id);
  if (report.state !== 'final') throw new AppError('bad-request', { reason: report.title });
  if (report.recordId !== null) return report.recordId;
  const { id: recordId } = await createRecordService(desk).create(pageOf(report, agencyId), actor);
  await withTransaction(desk, async (inside) => {
    await inside.db.updateTable('annual_reports').set({ record_id: recordId }).where('id', '=', id).execute();
    const details = { id, recordId };
    await recordAudit(inside, {
      who: actor.name,
      action: 'annual-report.page',
      subject: report.title,
      details,
    });
  });
  return recordId;
}

function pageOf(report: AnnualReport, agencyId: string): RecordInput {
  const { title, year, finalisedAt } = report;
  return {
    ...{ kind: 'page', title, agencyId, docNo: null, indexNo: null, publishedOn: null, topic: null },
    date: finalisedAt === null ? null : chinaDay(finalisedAt),
    ...{ genre: '报告', nodeId: sectionNodes['annual-report'], matterId: null, summary: '' },
    keywords: [`${year}年`, '年度报告'],
    ...{ validity: 'unknown', expiresOn: null, shown: null, attachments: [] },
    bodyHtml: annualBodyHtml(report),
    details: { type: 'page', section: 'annual-report' },
  };
}

async function openDraft(db: Database, id: string, revision: number): Promise<void> {
  const row = await findRow(db, id);
  const { title } = fieldsOf(row, await namesOf(db));
  if (row.state === 'final') throw new AppError('report.final', { what: title });
  if (row.revision !== revision) {
    throw new AppError('store.conflict', { title, version: row.revision, who: row.updated_by });
  }
}

function revised(desk: Desk, revision: number, actor: Actor) {
  return { revision: revision + 1, updated_at: instant(desk), updated_by: actor.name };
}
