// What the forms keep on this phone: drafts, what waits to be sent, and receipts. Each step that belongs together is one.
import type { CaseReceipt } from '#shared/protocol/cases-api.ts';
import type { OutboxItem, OutboxStore } from './outbox.ts';

/** A file chosen for a form, ready to be sent. */
export interface ChosenFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface Draft {
  readonly form: string;
  readonly values: Readonly<Record<string, string>>;
  readonly files: readonly ChosenFile[];
  readonly savedAt: number;
}

export interface KeptReceipt extends CaseReceipt {
  readonly keptAt: number;
}

/** Drafts are for who comes back soon; a week later they are somebody's personal data lying about. */
export const longestDraftMs = 7 * 86_400_000;

export interface Kept extends OutboxStore {
  /** False where the browser keeps nothing and all of it lives as long as the page. */
  readonly isLasting: boolean;
  draft(form: string, now: number): Promise<Draft | null>;
  saveDraft(draft: Draft): Promise<void>;
  dropDraft(form: string): Promise<void>;
  /** In one step: into the outbox, and out of the drafts. */
  enqueue(item: OutboxItem): Promise<void>;
  receipts(): Promise<readonly KeptReceipt[]>;
  keepReceipt(receipt: CaseReceipt): Promise<void>;
  forgetReceipt(code: string): Promise<void>;
  forgetReceipts(): Promise<void>;
}

/** Tables of keyed values and a way to change several of them at once. */
export interface Tables {
  readonly isLasting: boolean;
  /** Either everything `work` does happens, or nothing. */
  change<Result>(work: (table: TableAccess) => Promise<Result>): Promise<Result>;
}

export type TableName = 'drafts' | 'outbox' | 'receipts';
export interface TableAccess {
  get(table: TableName, key: string): Promise<unknown>;
  all(table: TableName): Promise<readonly unknown[]>;
  put(table: TableName, key: string, value: unknown): Promise<unknown>;
  remove(table: TableName, key: string): Promise<unknown>;
  clear(table: TableName): Promise<unknown>;
}

/** @param now for the age of what is kept */
export function openKept(tables: Tables, now: () => number): Kept {
  const { change } = tables;
  return {
    isLasting: tables.isLasting,
    draft: (form, at) =>
      change(async (table) => {
        const draft = (await table.get('drafts', form)) as Draft | undefined;
        if (draft === undefined) return null;
        if (Math.abs(at - draft.savedAt) <= longestDraftMs) return draft;
        await table.remove('drafts', form);
        return null;
      }),
    saveDraft: (draft) => change(async (table) => void (await table.put('drafts', draft.form, draft))),
    dropDraft: (form) => change(async (table) => void (await table.remove('drafts', form))),
    enqueue: (item) =>
      change(async (table) => {
        await table.put('outbox', item.id, item);
        await table.remove('drafts', item.form);
      }),
    items: () => change(async (table) => (await table.all('outbox')) as OutboxItem[]),
    markTried: (id) =>
      change(async (table) => {
        const item = (await table.get('outbox', id)) as OutboxItem | undefined;
        if (item !== undefined) await table.put('outbox', id, { ...item, wasTried: true });
      }),
    settle: (id, receipt) =>
      change(async (table) => {
        await table.remove('outbox', id);
        if (receipt !== null) await table.put('receipts', receipt.code, { ...receipt, keptAt: now() });
      }),
    giveBack: (id) =>
      change(async (table) => {
        const item = (await table.get('outbox', id)) as OutboxItem | undefined;
        if (item === undefined) return;
        await table.put('drafts', item.form, draftOf(item, now()));
        await table.remove('outbox', id);
      }),
    receipts: () =>
      change(async (table) =>
        ((await table.all('receipts')) as KeptReceipt[]).sort((a, b) => b.keptAt - a.keptAt),
      ),
    keepReceipt: (receipt) =>
      change(
        async (table) => void (await table.put('receipts', receipt.code, { ...receipt, keptAt: now() })),
      ),
    forgetReceipt: (code) => change(async (table) => void (await table.remove('receipts', code))),
    forgetReceipts: () => change(async (table) => void (await table.clear('receipts'))),
  };
}

function draftOf(item: OutboxItem, savedAt: number): Draft {
  const { form, values } = item;
  const files = item.files.map(({ name, mediaType, bytes }) => ({ name, mediaType, bytes }));
  return { form, values, files, savedAt };
}

/** Drafts of all forms whose time is over, so that one that is never opened again does not stay. */
export async function sweepDrafts(tables: Tables, now: number): Promise<void> {
  await tables.change(async (table) => {
    for (const draft of (await table.all('drafts')) as Draft[]) {
      if (Math.abs(now - draft.savedAt) > longestDraftMs) await table.remove('drafts', draft.form);
    }
  });
}
