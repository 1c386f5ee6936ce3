// Dates, sizes and phone numbers as people read them.
import type { PartialIsoDate } from '#shared/catalogue/record.ts';
import type { Language } from '#shared/errors/app-error.ts';
import { type Content, html } from './markup.ts';

/** The whole country keeps Beijing time; what a page says must not depend on how the server's clock is set up. */
const timeZone = 'Asia/Shanghai';

/** `2024-04-06` → 2024年4月6日 / 6 April 2024; years and months alone likewise; anything else as it stands. */
export function formatDate(date: PartialIsoDate, language: Language): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date);
  if (match === null) return date;
  const [, year = '', month, day] = match;
  if (language !== 'en') {
    return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
  }
  const monthName = month
    ? new Date(`${year}-${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
        month: 'long',
        timeZone: 'UTC',
      })
    : '';
  return [day ? String(Number(day)) : '', monthName, year].filter((word) => word !== '').join(' ');
}

/** The day it is in the country, `YYYY-MM-DD`. */
export function todayIn(nowMs: number): string {
  return partsOf(new Date(nowMs).toISOString())?.day ?? '';
}

/** An instant as a day. */
export function formatDay(instant: string, language: Language): string {
  const parts = partsOf(instant);
  return parts === null ? instant : formatDate(parts.day, language);
}

/** An instant as day and time of day. */
export function formatMoment(instant: string, language: Language): string {
  const parts = partsOf(instant);
  if (parts === null) return instant;
  return `${formatDate(parts.day, language)}${language === 'en' ? ', ' : ' '}${parts.time}`;
}

function partsOf(instant: string): { day: string; time: string } | null {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return null;
  // Swedish writes ISO order: 2024-04-06 16:40.
  const [day = '', time = ''] = date
    .toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .split(' ');
  return { day, time };
}

/** 1,500 bytes → 1.5 kB; 5,000,000 → 5.0 MB: the same figure for a file as on the terminal. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toFixed(value >= 10 ? 0 : 1)} ${unit}`;
}

/**
 * A number of seven digits or more with blanks or dashes between, its area code in brackets or not, or a public
 * short number (110, 12345, 95598 …). A date is none, nor are hours in brackets after a number.
 */
const phoneNumber =
  /(?<![\d-])(?!\d{4}-\d{1,2}-\d{1,2}(?!\d))(?:\+?\d|[(（]0\d{2,3}[)）] ?\d)[\d -]{5,18}\d(?!\d)|(?<![\d.:-])(?:1[12]\d|(?:10|12|95|96)\d{3})(?![\d.:-])/g;

/** The text with every phone number in it as a link that dials. */
export function phoneLinks(text: string): Content {
  const pieces: Content[] = [];
  let end = 0;
  for (const match of text.matchAll(phoneNumber)) {
    const number = match[0];
    pieces.push(text.slice(end, match.index), html`<a href="tel:${dialled(number)}">${number}</a>`);
    end = match.index + number.length;
  }
  return [...pieces, text.slice(end)];
}

/** The first number in a text as a tel: address, or null. */
export function firstPhone(text: string | null): string | null {
  const number = text?.match(phoneNumber)?.[0];
  return number === undefined ? null : `tel:${dialled(number)}`;
}

const dialled = (number: string) => number.replace(/[^\d+]/g, '');
