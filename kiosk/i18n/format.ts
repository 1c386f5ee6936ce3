// Dates, numbers and sizes as people read them in the language in use.
import type { PartialIsoDate } from '#shared/catalogue/record.ts';
import { language, t } from './translate.ts';

const dayMs = 86_400_000;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `1,135`: figures are grouped the same way in both languages. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** `约 1,200`: a count taken from a part says no more than its first two digits. */
export function formatEstimate(count: number): string {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return t('search.about', { count: formatCount(Math.round(count / unit) * unit) });
}

/** `8 项`, `1 item`. */
export function itemsWords(count: number): string {
  return t('home.items', { count: formatCount(count) });
}

/** `2024-04-06`, `2024-04` or `2024` in words: 2024年4月6日, 6 Apr 2024. Anything else comes back as it is. */
export function formatDate(date: PartialIsoDate): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (!match) return date;
  const [, year, month, day] = match;
  if (language.value === 'en') return englishDate(year ?? date, month, day);
  if (!month) return `${year}年`;
  return day ? `${year}年${Number(month)}月${Number(day)}日` : `${year}年${Number(month)}月`;
}

function englishDate(year: string, month: string | undefined, day: string | undefined): string {
  if (!month) return year;
  const name = months[Number(month) - 1] ?? month;
  return day ? `${Number(day)} ${name} ${year}` : `${name} ${year}`;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** `00:45` of the terminal's own time zone. */
export function formatTime(at: Date): string {
  return `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

/** `11月20日 18:00`, with the year when it is not the year of `now`. */
export function formatInstant(iso: string, now: Date): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return iso;
  return `${formatDay(at, at.getFullYear() !== now.getFullYear())} ${formatTime(at)}`;
}

/** `11月20日` or `2023年11月20日`; `20 Nov` or `20 Nov 2023`. */
export function formatDay(at: Date, withYear: boolean): string {
  const [year, month, day] = [at.getFullYear(), at.getMonth(), at.getDate()];
  if (language.value === 'en') return `${day} ${months[month]}${withYear ? ` ${year}` : ''}`;
  return `${withYear ? `${year}年` : ''}${month + 1}月${day}日`;
}

/** 星期六, Saturday. */
export function formatWeekday(at: Date): string {
  return new Intl.DateTimeFormat(language.value, { weekday: 'long' }).format(at);
}

/** How long ago an instant was, in whole days: 今天, 3 天前. */
export function formatAge(iso: string, now: Date): string {
  const days = Math.floor((now.getTime() - new Date(iso).getTime()) / dayMs);
  return days < 1 ? t('age.today') : t('age.days', { days: formatCount(days) });
}

/** `1.4 MB`; decimal units, one digit after the point below ten. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 10 ? 0 : 1;
  return `${value.toFixed(digits)} ${units[unit]}`;
}
