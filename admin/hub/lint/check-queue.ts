// Checks versions in the background, one after the other: what was just saved, and what nobody has checked yet.
import { setImmediate } from 'node:timers/promises';
import { ruleSetVersion } from '#shared/lint/rule-table.ts';
import { type Desk, withTransaction } from '../editorial/desk.ts';
import { checkVersion, loadVersionsToCheck } from './check-version.ts';
import { readAttachments } from './file-findings.ts';

/** Records looked up at once while sweeping, and committed together. */
const sweepBatch = 20;

export class CheckQueue {
  private readonly desk: Desk;
  private readonly log: (line: string, cause?: unknown) => void;
  private readonly waiting = new Set<string>();
  private isSweepWanted = false;
  /** The sweep goes on behind this id. */
  private sweptTo = '';
  private isClosed = false;
  private work: Promise<void> | null = null;

  constructor(desk: Desk, log: (line: string, cause?: unknown) => void) {
    this.desk = desk;
    this.log = log;
  }

  /** Checks the newest versions of these records soon; returns at once. */
  schedule(ids: readonly string[]): void {
    for (const id of ids) this.waiting.add(id);
    this.begin();
  }

  /** Looks for drafts that were never checked, such as those another process imported. */
  sweep(): void {
    this.isSweepWanted = true;
    this.sweptTo = '';
    this.begin();
  }

  /** Checks what is not checked yet and waits for it. */
  async ensure(ids: readonly string[]): Promise<void> {
    for (const part of chunks(await this.unchecked(ids))) await this.check(part);
  }

  /** Waits for what is under way and begins nothing more. */
  async close(): Promise<void> {
    this.isClosed = true;
    await this.work;
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    await this.work;
  }

  private begin(): void {
    if (this.isClosed || this.work !== null) return;
    this.work = this.run().finally(() => {
      this.work = null;
    });
  }

  private async run(): Promise<void> {
    while (!this.isClosed) {
      const ids = await this.next();
      if (ids.length === 0) return;
      try {
        await this.check(ids);
      } catch (error) {
        // The guard checks again before anything is approved.
        this.log('a check before publication failed', error);
        this.isSweepWanted = false;
      }
      await setImmediate();
    }
  }

  private async next(): Promise<readonly string[]> {
    const ids = [...this.waiting].slice(0, sweepBatch);
    for (const id of ids) this.waiting.delete(id);
    if (ids.length > 0 || !this.isSweepWanted) return ids;
    const found = await this.neverChecked();
    this.sweptTo = found.at(-1) ?? '';
    if (found.length < sweepBatch) this.isSweepWanted = false;
    return found;
  }

  /** Attachments are read before the transaction begins: they may take a minute. */
  private async check(ids: readonly string[]): Promise<void> {
    for (const { content } of await loadVersionsToCheck(this.desk.db, ids)) {
      await readAttachments(this.desk, content.attachments);
    }
    await withTransaction(this.desk, async (inside) => {
      for (const target of await loadVersionsToCheck(inside.db, ids)) await checkVersion(inside, target);
    });
  }

  private async unchecked(ids: readonly string[]): Promise<string[]> {
    if (ids.length === 0) return [];
    const rows = await this.desk.db
      .selectFrom('records as record')
      .leftJoin('lint_runs as run', (join) =>
        join
          .onRef('run.record_id', '=', 'record.id')
          .onRef('run.version', '=', 'record.version')
          .on('run.rules', '=', ruleSetVersion),
      )
      .select('record.id')
      .where('record.id', 'in', [...ids])
      .where('run.version', 'is', null)
      .execute();
    return rows.map(({ id }) => id);
  }

  private async neverChecked(): Promise<string[]> {
    const rows = await this.desk.db
      .selectFrom('records as record')
      .leftJoin('lint_runs as run', (join) =>
        join
          .onRef('run.record_id', '=', 'record.id')
          .onRef('run.version', '=', 'record.version')
          .on('run.rules', '=', ruleSetVersion),
      )
      .select('record.id')
      .where((where) =>
        where.or([
          where('record.state', '=', 'draft'),
          where('record.version', '<>', where.ref('record.approved_version')),
        ]),
      )
      .where('run.version', 'is', null)
      .where('record.id', '>', this.sweptTo)
      .orderBy('record.id')
      .limit(sweepBatch)
      .execute();
    return rows.map(({ id }) => id);
  }
}

function* chunks(ids: readonly string[]): Generator<readonly string[]> {
  for (let from = 0; from < ids.length; from += sweepBatch) yield ids.slice(from, from + sweepBatch);
}
