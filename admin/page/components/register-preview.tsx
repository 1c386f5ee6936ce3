// The first entries as people will see them, masked, and what the chosen figures come to.
import type { ChartModel } from '#shared/catalogue/chart-model.ts';
import type { RegisterView } from '#shared/catalogue/register.ts';
import { isTotalRow, projectEntry, projectRegister } from '#shared/registers/project-register.ts';
import type { RegisterDefinition } from '#shared/registers/register-definition.ts';
import { formatCount, t } from '../i18n/index.ts';
import { ScrollArea } from './scroll-area.tsx';

interface RegisterPreviewProps {
  readonly definition: RegisterDefinition;
  readonly period: string | null;
  /** Stored rows: texts by column key. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const shownEntries = 5;

function Bars({ chart }: { readonly chart: ChartModel }) {
  const values = chart.series[0]?.values ?? [];
  const most = Math.max(1, ...values.map((value) => Math.abs(value ?? 0)));
  return (
    <ul class="register-bars">
      {chart.categories.map((category, index) => (
        <li key={index}>
          <span>{category}</span>
          <progress max={most} value={Math.abs(values[index] ?? 0)} aria-hidden="true" />
          <span class="numeric">
            {values[index] === null || values[index] === undefined ? '—' : formatCount(values[index])}
            {chart.unit ?? ''}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Figures({ view }: { readonly view: RegisterView }) {
  if (view.view === 'chart')
    return (
      <figure class="register-figure">
        <figcaption>{view.chart.title}</figcaption>
        <Bars chart={view.chart} />
      </figure>
    );
  if (view.view !== 'ranking') return null;
  return (
    <figure class="register-figure">
      <figcaption>{view.valueTitle}</figcaption>
      <ol class="register-ranking">
        {view.rows.map((row, index) => (
          <li key={index} value={row.place}>
            {row.label} <span class="numeric">{formatCount(row.value)}</span>
            {view.unit ?? ''}
          </li>
        ))}
      </ol>
    </figure>
  );
}

export function RegisterPreview({ definition, period, rows }: RegisterPreviewProps) {
  const own = rows.filter((cells) => !isTotalRow(definition, cells));
  const entries = own.slice(0, shownEntries).map((cells) => new Map(projectEntry(definition, cells).cells));
  // What an entry does not say is not shown of it.
  const columns = definition.columns.filter(({ key }) => entries.some((cells) => cells.has(key)));
  const source = { period, rows, previous: null, entries: own.length };
  const { views, notes } = projectRegister(definition, source).details;
  return (
    <section class="stack" aria-labelledby="register-preview">
      <h2 id="register-preview">{t('setup.preview')}</h2>
      <p class="hint secondary">{t('setup.previewHint')}</p>
      <ScrollArea label={t('setup.preview')}>
        <table class="table">
          <thead>
            <tr>
              {columns.map(({ key, title, unit }) => (
                <th key={key} scope="col">
                  {title}
                  {unit === null ? '' : `（${unit}）`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((cells, index) => (
              <tr key={index}>
                {columns.map(({ key, type }) => (
                  <td key={key} class={type === 'number' || type === 'money' ? 'numeric' : ''}>
                    {cells.get(key) ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <div class="register-figures">
        {views.map((view, index) => (
          <Figures key={index} view={view} />
        ))}
      </div>
      {notes.map(({ text }) => (
        <p key={text} class="notice notice-warn">
          {text}
        </p>
      ))}
    </section>
  );
}
