// The lists of deadlines as CSV that a spreadsheet opens as it is.
import type { Language } from '#shared/errors/app-error.ts';
import type { Escalation, Owed, StaleItem } from '#shared/protocol/deadlines-api.ts';

const heads = {
  'zh-CN': {
    owed: ['公开主体', '责任人', '标题', '事项', '应公开的周期', '起算日', '应公开日', '超期天数'],
    agencies: ['公开主体', '责任人', '逾期', '即将到期', '最早应公开日'],
    stale: ['公开主体', '标题', '原因', '自何日起', '说明'],
  },
  en: {
    owed: ['Agency', 'Responsible', 'Title', 'Matter', 'Period', 'Counted from', 'Due on', 'Days late'],
    agencies: ['Agency', 'Responsible', 'Overdue', 'Due soon', 'Oldest due date'],
    stale: ['Agency', 'Title', 'Reason', 'Since', 'Detail'],
  },
} as const;

const reasons = {
  'zh-CN': {
    'update-passed': '超过更新周期',
    superseded: '已被新文件废止',
    expired: '有效期已过',
    'contact-old': '联系方式一年未核对',
    'dead-link': '链接失效',
  },
  en: {
    'update-passed': 'past its update period',
    superseded: 'repealed by a newer text',
    expired: 'past its validity',
    'contact-old': 'contact details not checked for a year',
    'dead-link': 'dead link',
  },
} as const;

const dayMs = 86_400_000;

export function owedCsv(items: readonly Owed[], today: string, language: Language): string {
  const rows = items.map((item) => {
    const late = item.dueOn === null ? 0 : (Date.parse(today) - Date.parse(item.dueOn)) / dayMs;
    return [
      item.agencyName,
      item.person,
      item.title,
      item.kind === 'period' ? '' : (item.matterTitle ?? ''),
      item.period ?? '',
      item.startsOn ?? '',
      item.dueOn ?? '',
      late > 0 ? String(late) : '',
    ];
  });
  return toCsv([heads[language].owed, ...rows]);
}

export function escalationCsv(rows: Escalation['rows'], language: Language): string {
  const cells = rows.map(({ agencyName, person, overdue, soon, oldestDueOn }) => [
    agencyName,
    person,
    String(overdue),
    String(soon),
    oldestDueOn ?? '',
  ]);
  return toCsv([heads[language].agencies, ...cells]);
}

export function staleCsv(items: readonly StaleItem[], language: Language): string {
  const cells = items.map(({ agencyName, title, reason, since, detail }) => [
    agencyName,
    title,
    reasons[language][reason],
    since,
    detail,
  ]);
  return toCsv([heads[language].stale, ...cells]);
}

/** With a byte-order mark, by which spreadsheet programs know UTF-8; cells that begin like a formula do not act as one. */
function toCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
