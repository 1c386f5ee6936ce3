// The clock of a case: how far it runs, by when, why that day, who is being asked, and what was not as it should be.
import { CircleAlert, CircleCheck, Clock, Mail, Pause } from 'lucide';
import { type CaseFault, caseFaults } from '#shared/cases/case-clock.ts';
import type { CaseDetail } from '#shared/protocol/case-desk-api.ts';
import { t } from '../i18n/case-words.ts';
import { TimeLeftWords } from './case-state.tsx';
import { Icon } from './icon.tsx';

const icons = {
  running: Clock,
  'awaiting-completion': Pause,
  consulting: Mail,
  replied: CircleCheck,
  none: CircleCheck,
} as const;

const isDayLine = (line: string) => /^\d{4}-\d{2}-\d{2}/u.test(line);

/** The sentences stand by themselves; the days behind them unfold. */
function Explanation({ lines }: { readonly lines: readonly string[] }) {
  const days = lines.filter(isDayLine);
  return (
    <>
      {lines
        .filter((line) => !isDayLine(line))
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      {days.length > 0 && (
        <details class="case-why">
          <summary>{t('case.clock.why', { count: days.length })}</summary>
          <ol class="case-days">
            {days.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function Consultation({ one }: { readonly one: CaseDetail['consultations'][number] }) {
  const { party, begunOn, answerDue, answeredOn, opinion } = one;
  return (
    <li>
      <span class="tag">{t(`case.consult.${one.with}`)}</span> <strong>{party}</strong>
      <span class="case-second secondary">
        {t('case.consult.line', { begun: begunOn, due: answerDue })} ·{' '}
        {answeredOn === null
          ? t('case.consult.open')
          : t('case.consult.answered', {
              date: answeredOn,
              opinion: opinion === null ? '' : t(`case.opinion.${opinion}`),
            })}
      </span>
    </li>
  );
}

/** A fault by its words; one this page does not know keeps its own name. */
function faultWords(fault: string): string {
  const known: CaseFault | undefined = caseFaults.find((one) => one === fault);
  return known === undefined ? fault : t(`case.fault.${known}`);
}

export function CaseClock({ detail }: { readonly detail: CaseDetail }) {
  const { clockState, dueOn, completionDue, consultations, faults, dueExplanation } = detail;
  return (
    <section class="card stack" aria-labelledby="case-clock">
      <h2 id="case-clock">{t('case.clock')}</h2>
      <div class="case-clock">
        <p class="case-clock-state">
          <Icon node={icons[clockState]} /> {t(`case.clock.${clockState}`)}
        </p>
        {dueOn !== null && (
          <p class="case-clock-due">
            <span class="figure numeric">{dueOn}</span>
            <TimeLeftWords row={detail} />
            <span class="secondary">{t('case.clock.due')}</span>
          </p>
        )}
        {completionDue !== null && (
          <p class="secondary">
            {t('case.clock.completionDue')} <span class="numeric">{completionDue}</span>
          </p>
        )}
      </div>
      <Explanation lines={dueExplanation} />
      {consultations.length > 0 && (
        <>
          <h3>{t('case.clock.consultations')}</h3>
          <ul class="stack case-consultations">
            {consultations.map((one, index) => (
              <Consultation key={`${one.party}${index}`} one={one} />
            ))}
          </ul>
        </>
      )}
      {faults.length > 0 && (
        <ul class="notice notice-warn case-faults" aria-label={t('case.faults')}>
          {faults.map((fault) => (
            <li key={fault}>
              <Icon node={CircleAlert} /> {faultWords(fault)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
