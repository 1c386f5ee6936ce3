// Entries of ledgers written by hand as rows of their table.
import type { Language } from '#shared/errors/app-error.ts';
import {
  entryContentSchema,
  type MeetingContent,
  type OpinionContent,
} from '#shared/protocol/ledgers-api.ts';
import type { WrittenLedgerId } from '#shared/reports/ledgers.ts';
import type { Database } from '../../store/tables.ts';
import type { LedgerScope } from './ledger-scope.ts';
import type { DatedRow } from './merge-rows.ts';

const words = {
  'zh-CN': {
    channel: {
      box: '意见箱',
      visit: '来访',
      phone: '来电',
      letter: '来信',
      web: '网上',
      terminal: '终端',
      other: '其他',
    },
    outcome: {
      registered: '已登记',
      'under-way': '正在办理',
      done: '已办结',
      adopted: '已采纳',
      'not-possible': '暂不能办理',
    },
    void: '作废',
  },
  en: {
    channel: {
      box: 'Opinion box',
      visit: 'Visit',
      phone: 'Phone',
      letter: 'Letter',
      web: 'Online',
      terminal: 'Terminal',
      other: 'Other',
    },
    outcome: {
      registered: 'Registered',
      'under-way': 'Under way',
      done: 'Done',
      adopted: 'Adopted',
      'not-possible': 'Not possible now',
    },
    void: 'void',
  },
} as const satisfies Record<Language, object>;

const entryBatch = 500;

interface EntryRow {
  readonly id: string;
  readonly number: string;
  readonly date: string;
  readonly is_void: number;
  readonly who: string;
  readonly agency: string | null;
  readonly content_json: string;
}

/** The rows by day and then in the order they were registered, some at a time, not numbered yet. */
export async function* entryRows(
  db: Database,
  ledger: WrittenLedgerId,
  scope: LedgerScope,
): AsyncGenerator<DatedRow[]> {
  for (let offset = 0; ; offset += entryBatch) {
    const entries = await loadEntries(db, ledger, scope, offset);
    yield entries.map((entry) => {
      const isVoid = entry.is_void === 1;
      const number = isVoid ? `${entry.number}（${words[scope.language].void}）` : entry.number;
      const cells = [number, entry.date, ...cellsOf(entry, scope.language)];
      return { day: entry.date, cells, link: { kind: 'entry', id: entry.id }, ...(isVoid ? { isVoid } : {}) };
    });
    if (entries.length < entryBatch) return;
  }
}

function loadEntries(db: Database, ledger: WrittenLedgerId, scope: LedgerScope, offset: number) {
  let query = db
    .selectFrom('ledger_entries as entry')
    .innerJoin('ledger_entry_versions as version', (join) =>
      join.onRef('version.entry_id', '=', 'entry.id').onRef('version.version', '=', 'entry.version'),
    )
    .leftJoin('agencies as agency', 'agency.id', 'entry.agency_id')
    .select(['entry.id', 'entry.number', 'entry.date', 'entry.is_void', 'version.who'])
    .select(['agency.name as agency', 'version.content_json'])
    .where('entry.ledger', '=', ledger);
  if (scope.from !== null) query = query.where('entry.date', '>=', scope.from);
  if (scope.to !== null) query = query.where('entry.date', '<=', scope.to);
  if (scope.agencyId !== null) query = query.where('entry.agency_id', '=', scope.agencyId);
  return query.orderBy('entry.date').orderBy('entry.id').limit(entryBatch).offset(offset).execute();
}

function cellsOf(entry: EntryRow, language: Language) {
  const content = entryContentSchema.parse(JSON.parse(entry.content_json).content);
  return content.ledger === 'opinions' ? opinionCells(content, entry, language) : meetingCells(content);
}

function opinionCells(content: OpinionContent, { agency, who }: EntryRow, language: Language) {
  const { channel, outcome } = words[language];
  const { person, handling, repliedOn } = content;
  return [
    ...[channel[content.channel], person, content.content, agency, handling],
    ...[outcome[content.outcome], repliedOn, who],
  ];
}

function meetingCells(content: MeetingContent) {
  const { place, chair, present, subject, decisions, recorder, attachments } = content;
  const files = attachments.map(({ name }) => name).join('\n');
  return [place, chair, present, subject, content.content, decisions, recorder, files];
}
