// One card of the waiting screen: a heading and a few lines, read from across the hall.
import type { ComponentChildren } from 'preact';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { formatCount, formatDate } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import type { AttractCard } from '../state/attract-cards.ts';
import { Icon } from './icon.tsx';
import { periodWords } from './notice-facts.tsx';
import { kindIcons } from './record-icons.ts';

function Card({ title, line, children }: { title: string; line?: string; children: ComponentChildren }) {
  return (
    <div class="attract__card">
      <h2 class="attract__title">{title}</h2>
      {line !== undefined && <p class="attract__line">{line}</p>}
      <ul class="attract__rows">{children}</ul>
    </div>
  );
}

function whenOf({ details, publishedOn, date }: CatalogueRecord): string | null {
  const period = details?.type === 'notice' ? periodWords(details) : null;
  if (period !== null) return period;
  const day = publishedOn ?? date;
  return day === null ? null : t('attract.published', { date: formatDate(day) });
}

function RecordLine({ record }: { record: CatalogueRecord }) {
  const facts = [record.agencyName, whenOf(record)].filter((fact) => fact !== null && fact !== '');
  return (
    <li class="attract__row attract__row--record">
      <p class="attract__name" lang="zh-CN">
        {record.title}
      </p>
      <p class="attract__facts figures">{facts.join(' · ')}</p>
    </li>
  );
}

function CountLine({ name, count, children }: { name: string; count: number; children?: ComponentChildren }) {
  return (
    <li class="attract__row attract__row--count">
      <span class="attract__name">
        {children}
        {name}
      </span>
      <span class="attract__count figures">{t('attract.count', { count: formatCount(count) })}</span>
    </li>
  );
}

function FactLine({ name, value }: { name: string; value: string | null }) {
  return value === null ? null : (
    <li class="attract__row attract__row--record">
      <p class="attract__facts">{name}</p>
      <p class="attract__name" lang="zh-CN">
        {value}
      </p>
    </li>
  );
}

/** Shows one card; each sort says what it is, and claims no more than the catalogue tells. */
export function AttractCardView({ card }: { card: AttractCard }) {
  if (card.kind === 'topics') {
    return (
      <Card title={t('attract.topics')} line={t('attract.topicsLine')}>
        {card.topics.map(({ value, count }) => (
          <CountLine key={value} name={value} count={count} />
        ))}
      </Card>
    );
  }
  if (card.kind === 'held') {
    return (
      <Card title={t('attract.held')}>
        {card.counts.map(([kind, count]) => (
          <CountLine key={kind} name={t(`kind.${kind}`)} count={count}>
            <Icon node={kindIcons[kind]} />
          </CountLine>
        ))}
      </Card>
    );
  }
  if (card.kind === 'hall') {
    return (
      <Card title={t('attract.hall')}>
        <FactLine name={t('attract.hours')} value={card.venue.hours} />
        <FactLine name={t('attract.address')} value={card.venue.address} />
        <FactLine name={t('attract.phone')} value={card.venue.phone} />
      </Card>
    );
  }
  return (
    <Card title={t(card.kind === 'notices' ? 'attract.notices' : 'attract.newest')}>
      {card.records.map((record) => (
        <RecordLine key={record.id} record={record} />
      ))}
    </Card>
  );
}
