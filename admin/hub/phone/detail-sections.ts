// What matters and notices have beyond the common header, each in the order people need it.
import type { MatterDetails, NoticeDetails } from '#shared/catalogue/details.ts';
import { periodStateOn } from '#shared/catalogue/notice-period.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { factTable, lines } from './fact-table.ts';
import { formatDate, phoneLinks, todayIn } from './format.ts';
import type { Content } from './markup.ts';
import type { PageContext } from './page-context.ts';
import type { PhoneText } from './phone-text.ts';

/** The sections of a record's own kind; empty for plain documents, pages, and guides, which have a page of their own. */
export function detailSections(record: CatalogueRecord, context: PageContext): Content {
  switch (record.details?.type) {
    case 'matter':
      return matterSections(record.details, context.text);
    case 'notice':
      return noticeSections(record.details, context);
    default:
      return null;
  }
}

function matterSections(matter: MatterDetails, text: PhoneText): Content {
  const words = text.matter;
  const channels = matter.channels
    .filter((channel) => channel !== 'other')
    .map((channel) => text.channels[channel]);
  return factTable(
    words.title,
    [
      [words.field, matter.field],
      [words.levels, matter.levels.join(' › ')],
      [words.elements, lines(matter.elements)],
      [words.basis, lines(matter.basis)],
      [words.deadline, matter.deadline?.text],
      [words.channels, [...channels, ...matter.otherChannels].join('、')],
      [
        words.audience,
        [...matter.audience.map((who) => text.audiences[who]), matter.audienceNote ?? '']
          .filter(Boolean)
          .join('、'),
      ],
      [words.mode, matter.mode.map((mode) => text.modes[mode]).join('、')],
      [words.tiers, matter.tiers.map((tier) => text.tiers[tier]).join('、')],
      [words.responsible, matter.responsible],
    ],
    true,
  );
}

function noticeSections(notice: NoticeDetails, context: PageContext): Content {
  const words = context.text.notice;
  return factTable(
    words.title,
    [
      [words.level, notice.level === 'ordinary' ? null : context.text.levels[notice.level]],
      // What is asked of people says its period itself.
      [words.period, notice.consultation ? null : noticePeriod(notice, context)],
      [context.text.shown.left, notice.consultation ? null : periodLeft(notice, context)],
      [context.text.shown.objection, notice.objection ? phoneLinks(notice.objection) : null],
      [words.contact, notice.contact === null ? null : phoneLinks(notice.contact)],
    ],
    true,
  );
}

function noticePeriod({ startsOn, endsOn }: NoticeDetails, { text, language }: PageContext): string | null {
  if (startsOn !== null && endsOn !== null) {
    return text.notice.between(formatDate(startsOn, language), formatDate(endsOn, language));
  }
  if (startsOn !== null) return text.notice.from(formatDate(startsOn, language));
  return endsOn === null ? null : text.notice.until(formatDate(endsOn, language));
}

/** How long the period still runs, by the day it is in the country. */
function periodLeft(notice: NoticeDetails, { text, nowMs }: PageContext): string | null {
  const period = periodStateOn(notice, todayIn(nowMs));
  if (period === null) return null;
  const { shown } = text;
  if (period.state === 'running')
    return period.daysLeft === 0 ? shown.lastDay : shown.daysLeft(period.daysLeft);
  return period.state === 'waiting' ? shown.notBegun : shown.over;
}
