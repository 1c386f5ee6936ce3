// What people are asked now, what begins soon, and what is over: `/consultations`.
import { ChevronRight, MessagesSquare } from 'lucide';
import { headingWords, standingWords, toneOf } from '../components/consultation-panel.tsx';
import { Icon } from '../components/icon.tsx';
import { Skeleton } from '../components/skeleton.tsx';
import { ErrorPanel, StatePanel } from '../components/state-panel.tsx';
import { consult } from '../i18n/consultation-words.ts';
import {
  type StandingConsultation,
  sortConsultations,
  useConsultations,
} from '../state/consultation-list.ts';
import { recordUrl } from '../state/record-url.ts';
import { useSteadyTime } from '../state/steady-time.ts';
import '../styles/consultation.css';

function Line({ record, details, standing }: StandingConsultation) {
  return (
    <li>
      <a class={`consult-row consult-row--${toneOf(standing)}`} href={recordUrl(record)}>
        <span class="consult-row__words">
          <span class="consult-row__title" lang="zh-CN">
            {record.title}
          </span>
          <span class="consult-row__facts">
            {headingWords(standing, details.consultation.kind)} ·{' '}
            <span lang="zh-CN">{record.agencyName}</span>
          </span>
        </span>
        <strong class="consult-row__left figures">{standingWords(standing, details)}</strong>
        <Icon node={ChevronRight} />
      </a>
    </li>
  );
}

function Group({ title, listed }: { title: string; listed: readonly StandingConsultation[] }) {
  if (listed.length === 0) return null;
  return (
    <section class="tree-root">
      <h2 class="section-title">{title}</h2>
      <ul class="consult-rows" aria-label={title}>
        {listed.map((one) => (
          <Line key={one.record.id} {...one} />
        ))}
      </ul>
    </section>
  );
}

export default function ConsultationsScreen() {
  const time = useSteadyTime();
  const loaded = useConsultations();
  if (loaded.state === 'failed' && !loaded.value) {
    return <ErrorPanel error={loaded.error} onRetry={loaded.retry} isWholeScreen />;
  }
  if (!loaded.value || time === null) return <Skeleton lines={6} shape="rows" />;
  if (loaded.value.length === 0) {
    return (
      <StatePanel icon={MessagesSquare} title={consult('none')} line={consult('noneLine')} isWholeScreen />
    );
  }
  const { open, planned, over } = sortConsultations(loaded.value, time);
  return (
    <div class="screen">
      <h1 class="screen-title">{consult('title')}</h1>
      <p class="consult-lead">{consult('lead')}</p>
      <Group title={consult('nowOpen')} listed={open} />
      <Group title={consult('soon')} listed={planned} />
      <Group title={consult('over')} listed={over} />
    </div>
  );
}
