// What stands on a convenience card: the few facts of a record one needs on the way and at the window.
import type { GuideDetails, MatterDetails, NoticeDetails } from '#shared/catalogue/details.ts';
import { guideFees } from '#shared/catalogue/guide-parts.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { formatDate } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { validityWords } from './validity-badge.tsx';

export interface CardFact {
  readonly name: string;
  readonly value: string;
}

export interface CardList {
  readonly title: string;
  /** Boxes to tick, numbers, or plain lines. */
  readonly kind: 'ticks' | 'steps' | 'lines';
  readonly lines: readonly string[];
}

export interface CardContent {
  readonly facts: readonly CardFact[];
  readonly lists: readonly CardList[];
}

/** A card is short: of conditions and steps so many, each so long; of papers to bring all. */
const mostLines = 6;
const longestLine = 80;

function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line;
}

function facts(...pairs: readonly (readonly [name: string, value: string | null | undefined])[]): CardFact[] {
  return pairs.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function list(title: string, kind: CardList['kind'], lines: readonly string[]): CardList[] {
  return lines.length === 0 ? [] : [{ title, kind, lines }];
}

/** The words on fees, else what each fee is for and at which rate. */
function feeWords(details: GuideDetails): string | null {
  const listed = guideFees(details).map(({ item, standard }) => `${item} ${standard ?? ''}`.trim());
  const words = details.fee ?? listed.join('；');
  return words === '' ? null : cut(words);
}

function guideContent(details: GuideDetails): CardContent {
  const { conditions, materials, steps, visits } = details;
  const visitWords =
    visits === null ? null : visits === 0 ? t('guide.visitsNone') : t('guide.visitsCount', { count: visits });
  const papers = materials.map(({ name, form, copies, required }) => {
    const notes = [form, copies, required ? null : t('guide.optional')].filter(Boolean).join('，');
    return notes === '' ? name : `${name}（${notes}）`;
  });
  return {
    facts: facts(
      [t('guide.address'), details.address],
      [t('guide.window'), details.window],
      [t('guide.hours'), details.hours],
      [t('guide.phone'), details.phone],
      [t('guide.fee'), feeWords(details)],
      [t('guide.promisedLimit'), details.promisedLimit ?? details.statutoryLimit],
      [t('guide.visits'), visitWords],
      [t('guide.complaintPhone'), details.complaintPhone],
    ),
    lists: [
      ...list(t('guide.materials'), 'ticks', papers),
      ...list(t('guide.conditions'), 'lines', conditions.slice(0, mostLines).map(cut)),
      ...list(
        t('guide.steps'),
        'steps',
        steps.slice(0, mostLines).map(({ name }) => cut(name)),
      ),
    ],
  };
}

function noticeFacts({ startsOn, endsOn, contact, objection = null }: NoticeDetails): CardFact[] {
  const from = startsOn && formatDate(startsOn);
  const to = endsOn && formatDate(endsOn);
  const period = from && to ? t('notice.range', { from, to }) : (from ?? to);
  return facts(
    [t('notice.period'), period],
    [t('notice.objection'), objection],
    [t('notice.contact'), contact],
  );
}

function matterFacts({ elements, basis, deadline }: MatterDetails): CardFact[] {
  return facts(
    [t('matter.elements'), cut(elements)],
    [t('matter.basis'), cut(basis)],
    [t('matter.deadline'), deadline?.text],
  );
}

/** The facts of a record, with where its agency is found when the record itself does not say. */
export function cardContent(record: CatalogueRecord, manifest: ReleaseManifest | null): CardContent {
  const { details } = record;
  if (details?.type === 'guide') return guideContent(details);
  const agency = manifest?.agencies.find(({ id }) => id === record.agencyId);
  const own =
    details?.type === 'notice'
      ? noticeFacts(details)
      : details?.type === 'matter'
        ? matterFacts(details)
        : [];
  const date = record.date ?? record.publishedOn;
  return {
    facts: [
      ...facts(
        [t('record.docNo'), record.docNo],
        [t('record.indexNo'), record.indexNo],
        [t('record.date'), date && formatDate(date)],
        [t('record.validity'), record.validity === 'unknown' ? null : validityWords(record)],
      ),
      ...own,
      ...facts(
        [t('record.summary'), record.summary],
        [t('print.agencyAddress'), agency?.address],
        [t('guide.hours'), agency?.hours],
        [t('guide.phone'), agency?.phone],
      ),
    ],
    lists: [],
  };
}
