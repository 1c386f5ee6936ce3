// Taking over a year's holiday notice: paste or choose, look at the year, adopt.
import { FileUp } from 'lucide';
import { useState } from 'preact/hooks';
import {
  longestNoticePaste,
  type NoticePreview,
  noticePreviewSchema,
} from '#shared/protocol/deadlines-api.ts';
import { nothing, request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useSaving } from '../state/saving.ts';
import { TextField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { SaveOutcome } from './save-outcome.tsx';
import { YearMonths } from './year-months.tsx';

type PreviewedNotice = NoticePreview['notices'][number];

function PreviewedYear({ notice }: { readonly notice: PreviewedNotice }) {
  const off = notice.days.filter(({ kind }) => kind === 'off').length;
  const look = { new: 'tag tag-good', same: 'tag', different: 'tag tag-warn' }[notice.against];
  return (
    <section class="stack" aria-label={t('holidays.yearName', { year: notice.year })}>
      <div class="row">
        <h3>{t('holidays.yearName', { year: notice.year })}</h3>
        <span class={look}>{t(`holidays.against.${notice.against}`)}</span>
        <span class="secondary">{t('holidays.summary', { off, work: notice.days.length - off })}</span>
      </div>
      <YearMonths year={notice.year} days={notice.days} />
    </section>
  );
}

export function NoticeImport({ onAdopted }: { readonly onAdopted: () => void }) {
  const [text, setText] = useState('');
  const [year, setYear] = useState('');
  const [preview, setPreview] = useState<readonly PreviewedNotice[] | null>(null);
  const saving = useSaving();
  const reading = useSaving();
  const body = { text, year: /^\d{4}$/.test(year) ? Number(year) : null };
  const change = (next: string) => {
    setText(next.slice(0, longestNoticePaste));
    setPreview(null);
    saving.reset();
    reading.reset();
  };
  const read = (event: SubmitEvent) => {
    event.preventDefault();
    setPreview(null);
    void reading.save(async () => {
      setPreview((await request('POST', '/calendar/preview', noticePreviewSchema, { body })).notices);
    });
  };
  const adopt = async () => {
    if (!(await saving.save(() => request('PUT', '/calendar', nothing, { body })))) return;
    setPreview(null);
    setText('');
    onAdopted();
  };
  const hasNews = preview?.some(({ against }) => against !== 'same') ?? false;
  return (
    <form class="card stack" onSubmit={read}>
      <h2>{t('holidays.import')}</h2>
      <p class="secondary">{t('holidays.importHint')}</p>
      <TextField
        label={t('holidays.text')}
        value={text}
        isLong
        rows={8}
        onChange={(next) => change(next ?? '')}
      />
      <div class="row notice-tools">
        <TextField
          label={t('holidays.year')}
          value={year}
          maxLength={4}
          onChange={(next) => {
            setYear(next ?? '');
            setPreview(null);
          }}
        />
        <label class="button">
          <Icon node={FileUp} /> {t('holidays.file')}
          <input
            class="visually-hidden"
            type="file"
            accept=".csv,.txt,.tsv,text/plain,text/csv"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) void file.text().then(change);
            }}
          />
        </label>
        <button type="submit" class="button" disabled={text.trim() === '' || reading.isBusy}>
          {t('holidays.preview')}
        </button>
        {preview !== null && (
          <button
            type="button"
            class="button button-primary"
            disabled={!hasNews || saving.isBusy}
            onClick={adopt}
          >
            {t('holidays.adopt')}
          </button>
        )}
      </div>
      {reading.error !== null && <SaveOutcome saving={reading} />}
      <SaveOutcome saving={saving} />
      {preview?.map((notice) => (
        <PreviewedYear key={notice.year} notice={notice} />
      ))}
    </form>
  );
}
