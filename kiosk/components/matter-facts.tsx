// What the standard catalogue says of a matter: elements, basis, deadline, channels, audience, mode, level.
import { Check } from 'lucide';
import type { DeadlineRule } from '#shared/catalogue/deadline-rule.ts';
import type { Channel, MatterDetails } from '#shared/catalogue/details.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { duty } from '../i18n/duty-words.ts';
import { formatDate } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { DutyPanel } from './duty-panel.tsx';
import { type Fact, FactTable } from './fact-table.tsx';
import { Icon } from './icon.tsx';
import { deadlineWords } from './matter-deadline.ts';

/** The channels a terminal in a reading place fulfils. */
const fulfilledHere: ReadonlySet<Channel> = new Set([
  'reading-point',
  'service-centre',
  'library',
  'archive',
]);

function Deadline({ rule }: { rule: DeadlineRule }) {
  const words = deadlineWords(rule);
  return (
    <>
      <strong>{words}</strong>
      {rule.text !== '' && rule.text !== words && (
        <span class="facts__note">{t('matter.deadlineSource', { text: rule.text })}</span>
      )}
    </>
  );
}

function Channels({ details }: { details: MatterDetails }) {
  const named = details.channels.filter(
    (channel) => channel !== 'other' || details.otherChannels.length === 0,
  );
  return (
    <ul class="channels">
      {named.map((channel) => (
        <li key={channel} class={fulfilledHere.has(channel) ? 'channel channel--here' : 'channel'}>
          {fulfilledHere.has(channel) && <Icon node={Check} />}
          {t(`channel.${channel}`)}
          {fulfilledHere.has(channel) && <span class="channel__note">{t('matter.here')}</span>}
        </li>
      ))}
      {details.otherChannels.map((words) => (
        <li key={words} class="channel">
          {words}
        </li>
      ))}
    </ul>
  );
}

function matterFacts(record: CatalogueRecord, details: MatterDetails): Fact[] {
  const list = (words: readonly string[]) => words.join(' · ') || null;
  const audience = list(details.audience.map((one) => t(`audience.${one}`)));
  const facts: Fact[] = [
    { name: t('matter.agency'), value: record.agencyName },
    { name: t('matter.responsible'), value: details.responsible },
    { name: duty('person'), value: details.responsiblePerson },
    { name: t('matter.field'), value: details.field },
    { name: t('record.topic'), value: record.topic },
    { name: t('record.indexNo'), value: record.indexNo },
    { name: t('record.publishedOn'), value: record.publishedOn && formatDate(record.publishedOn) },
    { name: t('matter.path'), value: details.levels.join(' › '), isWide: true },
    { name: t('matter.basis'), value: details.basis, isWide: true },
    {
      name: t('matter.deadline'),
      value: details.deadline && <Deadline rule={details.deadline} />,
      isWide: true,
    },
    {
      name: t('matter.channels'),
      value: details.channels.length + details.otherChannels.length > 0 && <Channels details={details} />,
      isWide: true,
    },
    {
      name: t('matter.audience'),
      value: details.audienceNote ? `${audience ?? ''}（${details.audienceNote}）` : audience,
    },
    { name: t('matter.mode'), value: list(details.mode.map((one) => t(`mode.${one}`))) },
    { name: t('matter.tiers'), value: list(details.tiers.map((one) => t(`tier.${one}`))) },
  ];
  return facts.filter((fact) => fact.value);
}

/** Matters have one table: their standard catalogue row, with whose it is. */
export function MatterFacts({ record, details }: { record: CatalogueRecord; details: MatterDetails }) {
  return (
    <section class="record__part record__matter">
      <DutyPanel record={record} details={details} />
      <FactTable facts={matterFacts(record, details)} />
    </section>
  );
}
