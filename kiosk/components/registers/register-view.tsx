// The screen of a register: what it is, what its readers should know, and its views in the order staff gave them.

import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { RegisterDetails, RegisterView as View } from '#shared/catalogue/register.ts';
import { registerWords } from '../../i18n/registers.ts';
import { t } from '../../i18n/translate.ts';
import { isLandscape } from '../../state/screen-units.ts';
import { useTypingScope } from '../../state/typing-scope.ts';
import { useBody } from '../../state/use-body.ts';
import { ChartView } from '../charts/chart-view.tsx';
import { Icon } from '../icon.tsx';
import { ReadingDock } from '../reading-dock.tsx';
import { kindIcons } from '../record-icons.ts';
import { RelatedRecords } from '../related-records.tsx';
import { TreePath } from '../tree-path.tsx';
import { LazyRecordVoice } from '../voice/lazy-voice.ts';
import { RankingView } from './ranking-view.tsx';
import { RegisterHead, RegisterNotes } from './register-head.tsx';
import { RegisterLookUp } from './register-look-up.tsx';
import '../../styles/charts.css';
import '../../styles/registers.css';

interface RegisterProps {
  readonly record: CatalogueRecord;
  readonly details: RegisterDetails;
}

/** The table travels as the record's body. */
function TableView({ record }: { record: CatalogueRecord }) {
  const text = useRef<HTMLDivElement>(null);
  const { error, shownParts } = useBody(record, text, null);
  return (
    <>
      <div ref={text} class="body__text register-table" lang="zh-CN" />
      {error && <p class="body__note">{t('record.bodyProblem', { code: error.code })}</p>}
      {!error && shownParts < (record.body?.parts ?? 0) && (
        <p class="body__note">{t('record.restLoading')}</p>
      )}
    </>
  );
}

interface Section {
  readonly title: string;
  readonly content: ComponentChildren;
}

function sectionOf(view: View, { record, details }: RegisterProps): Section | null {
  switch (view.view) {
    case 'look-up':
      return {
        title: registerWords('register.lookUp'),
        content: <RegisterLookUp record={record} details={details} />,
      };
    case 'ranking':
      return { title: registerWords('ranking.title'), content: <RankingView ranking={view} /> };
    case 'chart':
      return { title: registerWords(`chart.${view.chart.type}`), content: <ChartView model={view.chart} /> };
    default:
      return record.body === null
        ? null
        : { title: registerWords('register.table'), content: <TableView record={record} /> };
  }
}

/** Fewer views than this are seen at once. */
const jumpFromSections = 2;

function Sections({ sections }: { sections: readonly Section[] }) {
  const places = useRef<(HTMLElement | null)[]>([]);
  return (
    <>
      {sections.length >= jumpFromSections && (
        <nav class="guide-jump chips" aria-label={registerWords('register.jump')} data-silent>
          {sections.map(({ title }, at) => (
            <button
              key={at}
              type="button"
              class="chip"
              onClick={() => places.current[at]?.scrollIntoView({ block: 'start' })}
            >
              {title}
            </button>
          ))}
        </nav>
      )}
      {sections.map(({ title, content }, at) => (
        <section
          key={at}
          class="record__part register__part"
          ref={(element) => {
            places.current[at] = element;
          }}
        >
          <h2 class="section-title">{title}</h2>
          {content}
        </section>
      ))}
    </>
  );
}

export function RegisterView({ record, details }: RegisterProps) {
  useTypingScope('register', record.id);
  const sections = details.views
    .map((view) => sectionOf(view, { record, details }))
    .filter((section) => section !== null);
  const [isWide] = useState(isLandscape);
  const head = <RegisterHead record={record} details={details} />;
  return (
    <>
      <article class="screen record record--register">
        <header class="record__title">
          {record.nodeId && <TreePath nodeId={record.nodeId} />}
          <p class="record__kind">
            <Icon node={kindIcons.register} />
            {t('kind.register')}
          </p>
          <h1 class="screen-title" lang="zh-CN">
            {record.title}
          </h1>
        </header>
        <div class="record__main">
          {!isWide && head}
          <RegisterNotes notes={details.notes} />
          <Sections sections={sections} />
          <LazyRecordVoice record={record} />
        </div>
        <div class="record__side">
          {isWide && head}
          <RelatedRecords record={record} />
        </div>
      </article>
      <ReadingDock record={record} />
    </>
  );
}
