// How a register is shown: look-up, ranking, table, charts, each with the columns it draws on.
import { type ChartType, chartTypes } from '#shared/catalogue/chart-model.ts';
import {
  mostViews,
  type RegisterDefinition,
  type ViewChoice,
} from '#shared/registers/register-definition.ts';
import { t } from '../i18n/index.ts';
import { isFigure, viewOf } from '../state/edit-definition.ts';
import { SelectField } from './fields.tsx';
import { RemoveRow, RowsFrame } from './rows-frame.tsx';

interface RegisterViewsProps {
  readonly definition: RegisterDefinition;
  readonly onChange: (definition: RegisterDefinition) => void;
}

const kinds = ['look-up', 'ranking', 'table', 'chart'] as const;

interface ViewProps {
  readonly definition: RegisterDefinition;
  readonly view: ViewChoice;
  readonly onChange: (view: ViewChoice) => void;
}

function ChartFields({
  definition,
  view,
  onChange,
}: ViewProps & { readonly view: ViewChoice & { view: 'chart' } }) {
  const { columns } = definition;
  const figures = columns.filter(({ type }) => isFigure(type));
  return (
    <>
      <SelectField
        label={t('setup.chart')}
        value={view.chart}
        options={chartTypes.map((type) => [type, t(`setup.chart.${type}`)] as const)}
        onChange={(chart) => onChange({ ...view, chart: chart as ChartType })}
      />
      <SelectField
        label={t('setup.category')}
        value={view.category}
        options={columns.map(({ key, title }) => [key, title] as const)}
        onChange={(category) => onChange({ ...view, category })}
      />
      <SelectField
        label={t('setup.value')}
        value={view.values[0] ?? ''}
        none={t('setup.counted')}
        options={figures.map(({ key, title }) => [key, title] as const)}
        onChange={(key) => onChange({ ...view, values: key === '' ? [] : [key] })}
      />
    </>
  );
}

function ViewFields({ definition, view, onChange }: ViewProps) {
  return (
    <>
      <SelectField
        label={t('setup.view')}
        value={view.view}
        options={kinds.map((kind) => [kind, t(`setup.view.${kind}`)] as const)}
        onChange={(kind) => onChange(viewOf(kind as ViewChoice['view'], definition))}
      />
      {view.view === 'ranking' && (
        <SelectField
          label={t('setup.value')}
          value={view.value}
          options={definition.columns.map(({ key, title }) => [key, title] as const)}
          onChange={(value) => onChange({ view: 'ranking', value })}
        />
      )}
      {view.view === 'chart' && <ChartFields definition={definition} view={view} onChange={onChange} />}
    </>
  );
}

export function RegisterViews({ definition, onChange }: RegisterViewsProps) {
  const { views } = definition;
  const set = (next: readonly ViewChoice[]) => onChange({ ...definition, views: next });
  const unused = kinds.find((kind) => !views.some(({ view }) => view === kind)) ?? 'chart';
  return (
    <RowsFrame
      label={t('setup.views')}
      hint={t('setup.viewsHint')}
      onAdd={views.length < mostViews ? () => set([...views, viewOf(unused, definition)]) : undefined}
    >
      {views.map((view, index) => (
        <div key={index} class="rows-line register-view">
          <ViewFields
            definition={definition}
            view={view}
            onChange={(next) => set(views.map((one, at) => (at === index ? next : one)))}
          />
          <RemoveRow
            label={t('setup.views')}
            row={index + 1}
            onRemove={() => set(views.filter((_, at) => at !== index))}
          />
        </div>
      ))}
    </RowsFrame>
  );
}
