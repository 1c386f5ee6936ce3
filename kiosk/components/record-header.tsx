// The standard header of public information, 索引号 to 内容概述, in the order people know.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { formatDate } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { DocNumber } from './doc-number.tsx';
import { type Fact, FactTable } from './fact-table.tsx';
import { validityWords } from './validity-badge.tsx';

function NotStated() {
  return (
    <span class="facts__missing">
      <span aria-hidden="true">—</span>
      <span class="visually-hidden">{t('record.notStated')}</span>
    </span>
  );
}

function headerFacts(record: CatalogueRecord): Fact[] {
  const date = (value: string | null) => (value ? formatDate(value) : null);
  const facts: Fact[] = [
    { name: t('record.indexNo'), value: record.indexNo && <span class="unbroken">{record.indexNo}</span> },
    { name: t('record.topic'), value: record.topic },
    { name: t('record.agency'), value: record.agencyName },
    { name: t('record.genre'), value: record.genre },
    { name: t('record.date'), value: date(record.date) },
    { name: t('record.publishedOn'), value: date(record.publishedOn) },
    { name: t('record.docNo'), value: record.docNo && <DocNumber text={record.docNo} /> },
    { name: t('record.validity'), value: record.validity === 'unknown' ? null : validityWords(record) },
    { name: t('record.expiresOn'), value: date(record.expiresOn) },
    { name: t('record.keywords'), value: record.keywords.join('、') || null },
  ];
  // Papers show every field, as their printed header does; guides and matters only what they have.
  const isPaper = record.kind === 'document' || record.kind === 'notice' || record.kind === 'page';
  const summary: Fact = { name: t('record.summary'), value: record.summary, isWide: true };
  const shown = isPaper ? facts : facts.filter((fact) => fact.value);
  return [
    ...shown.map((fact) => ({ ...fact, value: fact.value || <NotStated /> })),
    // A guide opens with its summary, and an entry's is its first cells.
    ...(record.summary && record.kind !== 'guide' && record.kind !== 'entry' ? [summary] : []),
  ];
}

export function RecordHeader({ record }: { record: CatalogueRecord }) {
  return (
    <section class="record__header">
      <h2 class="visually-hidden">{t('record.header')}</h2>
      <FactTable facts={headerFacts(record)} />
    </section>
  );
}
