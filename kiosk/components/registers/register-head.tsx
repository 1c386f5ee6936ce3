// What a register is, in four facts, and what readers should know of its figures.
import { Info, TriangleAlert } from 'lucide';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { RegisterDetails, RegisterNote } from '#shared/catalogue/register.ts';
import { formatCount, formatDate } from '../../i18n/format.ts';
import { registerWords } from '../../i18n/registers.ts';
import { language } from '../../i18n/translate.ts';
import { useEntryCounts } from '../../state/use-entry-counts.ts';
import { type Fact, FactTable } from '../fact-table.tsx';
import { Icon } from '../icon.tsx';

/** Owner, period, last update and how much it holds; what is not known is left out. */
function headFacts(record: CatalogueRecord, details: RegisterDetails, entries: number): Fact[] {
  const updated = record.publishedOn ?? record.date;
  const facts: Fact[] = [
    { name: registerWords('register.owner'), value: record.agencyName },
    { name: registerWords('register.period'), value: details.period },
    { name: registerWords('register.updated'), value: updated && formatDate(updated) },
    {
      name: registerWords('register.count'),
      value: registerWords('register.countOf', { count: formatCount(entries) }),
    },
  ];
  return facts.filter(({ value }) => value);
}

export function RegisterHead({ record, details }: { record: CatalogueRecord; details: RegisterDetails }) {
  const countOf = useEntryCounts([record.id]);
  return (
    <section class="register__head">
      <h2 class="visually-hidden">{registerWords('register.about')}</h2>
      {record.summary && (
        <p class="register__lead" lang="zh-CN">
          {record.summary}
        </p>
      )}
      <FactTable facts={headFacts(record, details, countOf(record.id, details))} />
    </section>
  );
}

function NoteList({ notes }: { notes: readonly RegisterNote[] }) {
  return (
    <ul class="register-notes__list">
      {notes.map(({ text, textEn }) => (
        <li key={text}>{language.value === 'en' ? textEn : text}</li>
      ))}
    </ul>
  );
}

/** What does not add up is said with a sign and in words; what only changed, more quietly. */
export function RegisterNotes({ notes }: { notes: readonly RegisterNote[] }) {
  const faults = notes.filter(({ isFault }) => isFault);
  const remarks = notes.filter(({ isFault }) => !isFault);
  return (
    <>
      {faults.length > 0 && (
        <section class="register-notes register-notes--faults">
          <h2 class="register-notes__title">
            <Icon node={TriangleAlert} />
            {registerWords('register.faults')}
          </h2>
          <NoteList notes={faults} />
          <p class="register-notes__line">{registerWords('register.faultsLine')}</p>
        </section>
      )}
      {remarks.length > 0 && (
        <section class="register-notes">
          <h2 class="register-notes__title">
            <Icon node={Info} />
            {registerWords('register.remarks')}
          </h2>
          <NoteList notes={remarks} />
        </section>
      )}
    </>
  );
}
