// What a terminal showed on a day or at a moment: the release, when it was installed, and what was in it.
import { History } from 'lucide';
import { useState } from 'preact/hooks';
import { type ShownStretch, type TerminalShown, terminalShownSchema } from '#shared/protocol/history-api.ts';
import { chinaMinute } from '#shared/reports/report-table.ts';
import { request } from '../api/client.ts';
import { formatCount, t } from '../i18n/index.ts';
import { today } from '../state/day.ts';
import { useSaving } from '../state/saving.ts';
import { SelectField, TextField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { DayField } from './ledger-filters.tsx';
import { ProblemNotice } from './problem.tsx';

function Stretch({ stretch }: { readonly stretch: ShownStretch }) {
  const { version, release, reportedAt, heardAt, installedAt, isListKnown } = stretch;
  return (
    <section class="stack shown-stretch">
      <h3>{version === null ? t('shown.nothing') : t('shown.release', { version })}</h3>
      <dl class="facts">
        {release !== null && (
          <div>
            <dt>{t('shown.published')}</dt>
            <dd class="numeric">{chinaMinute(release.publishedAt)}</dd>
          </div>
        )}
        {installedAt !== null && (
          <div>
            <dt>{t('shown.installed')}</dt>
            <dd class="numeric">{chinaMinute(installedAt)}</dd>
          </div>
        )}
        <div>
          <dt>{t('shown.heard')}</dt>
          <dd class="numeric">
            {t('shown.heardSpan', { from: chinaMinute(reportedAt), to: chinaMinute(heardAt) })}
          </dd>
        </div>
      </dl>
      {release !== null && isListKnown && (
        <p>
          <a href={`/admin/terminals/releases/${release.version}`}>{t('shown.list')}</a>
        </p>
      )}
      {release !== null && !isListKnown && (
        <p class="secondary">
          {t('shown.noList', { records: formatCount(release.records), who: release.who })}
        </p>
      )}
    </section>
  );
}

interface ShownCardProps {
  readonly terminals: readonly { readonly id: string; readonly name: string }[];
}

function useShown(terminals: ShownCardProps['terminals']) {
  const [id, setId] = useState(terminals[0]?.id ?? '');
  const [day, setDay] = useState(today);
  const [time, setTime] = useState('');
  const [answer, setAnswer] = useState<TerminalShown | null>(null);
  const asking = useSaving();
  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    const at = time === '' ? day : `${day}T${time}:00+08:00`;
    const path = `/terminals/${id}/shown?${new URLSearchParams({ at })}`;
    setAnswer(null);
    void asking.save(async () => setAnswer(await request('GET', path, terminalShownSchema)));
  };
  return { id, setId, day, setDay, time, setTime, answer, asking, ask };
}

export function ShownCard({ terminals }: ShownCardProps) {
  const { id, setId, day, setDay, time, setTime, answer, asking, ask } = useShown(terminals);
  return (
    <form class="card stack" onSubmit={ask} aria-labelledby="shown-title">
      <h2 id="shown-title">{t('shown.ask')}</h2>
      <p class="secondary">{t('shown.askLead')}</p>
      <div class="row row-end">
        <SelectField
          label={t('shown.terminal')}
          value={id}
          options={terminals.map(({ id: value, name }) => [value, name])}
          onChange={setId}
        />
        <DayField label={t('shown.day')} isRequired value={day} onChange={setDay} />
        <TextField
          label={t('shown.time')}
          type="time"
          value={time}
          onChange={(text) => setTime(text ?? '')}
        />
        <button type="submit" class="button button-primary" disabled={asking.isBusy}>
          <Icon node={History} /> {t('shown.answer')}
        </button>
      </div>
      {asking.error !== null && <ProblemNotice error={asking.error} />}
      {answer !== null && !answer.isCertain && <p class="notice notice-warn">{t('shown.uncertain')}</p>}
      {answer?.shown.map((stretch) => (
        <Stretch key={stretch.reportedAt} stretch={stretch} />
      ))}
    </form>
  );
}
