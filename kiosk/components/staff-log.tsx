// The technical log on the staff's panel, newest first.
import { useState } from 'preact/hooks';
import { formatInstant } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { now } from '../state/clock.ts';
import { logEntries } from '../state/technical-log.ts';

const shownAtFirst = 12;

export function StaffLog() {
  const [isWhole, setIsWhole] = useState(false);
  const entries = [...logEntries.value].reverse();
  const shown = isWhole ? entries : entries.slice(0, shownAtFirst);
  return (
    <section class="panel-part">
      <h2 class="section-title">{t('panel.log')}</h2>
      <p>{t('panel.logLine', { count: entries.length })}</p>
      {entries.length === 0 && <p>{t('panel.logEmpty')}</p>}
      <ol class="log figures">
        {shown.map(({ at, kind, detail }, index) => (
          <li key={entries.length - index} class="log__entry">
            <time dateTime={at}>{formatInstant(at, now.value)}</time>
            <span>{t(`log.${kind}`)}</span>
            <code>{detail}</code>
          </li>
        ))}
      </ol>
      {shown.length < entries.length && (
        <button type="button" class="button" onClick={() => setIsWhole(true)}>
          {t('panel.logMore')}
        </button>
      )}
    </section>
  );
}
