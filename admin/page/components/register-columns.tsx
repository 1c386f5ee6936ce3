// The columns of a register, one a line: what each holds, what it is for, what is hidden of it.
import { columnTypes, masks, type RegisterColumn } from '#shared/catalogue/register.ts';
import type { RegisterDefinition } from '#shared/registers/register-definition.ts';
import { t } from '../i18n/index.ts';
import { canFacet, useOf, uses, withColumn, withIdentity, withUse } from '../state/edit-definition.ts';
import { ScrollArea } from './scroll-area.tsx';

interface RegisterColumnsProps {
  readonly definition: RegisterDefinition;
  readonly onChange: (definition: RegisterDefinition) => void;
  /** The columns of the file, and which of them each column is; absent where there is no file. */
  readonly file?: {
    readonly headings: readonly string[];
    readonly mapping: readonly (string | null)[];
    readonly rows: readonly (readonly string[])[];
    readonly onMap: (mapping: readonly (string | null)[]) => void;
  };
}

const flags = [
  ['isSearchable', 'setup.search'],
  ['isShown', 'setup.shown'],
  ['isFacet', 'setup.facet'],
  ['isSortable', 'setup.sort'],
] as const;

interface LineProps extends RegisterColumnsProps {
  readonly column: RegisterColumn;
}

function Flag(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <td class="register-flag">
      <input
        type="checkbox"
        class="check"
        aria-label={props.label}
        checked={props.isOn}
        disabled={props.isDisabled ?? false}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
    </td>
  );
}

function Picked<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, words: string])[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <td>
      <select
        class="input"
        aria-label={props.label}
        value={props.value}
        onChange={(event) => {
          const chosen = props.options.find(([value]) => value === event.currentTarget.value);
          if (chosen) props.onChange(chosen[0]);
        }}
      >
        {props.options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </td>
  );
}

function FileCells({
  column,
  file,
}: {
  readonly column: RegisterColumn;
  readonly file: NonNullable<LineProps['file']>;
}) {
  const { headings, mapping, rows, onMap } = file;
  const at = mapping.indexOf(column.key);
  const map = (index: number) =>
    onMap(mapping.map((key, place) => (place === index ? column.key : key === column.key ? null : key)));
  const example = at < 0 ? '' : (rows.find((row) => (row[at] ?? '') !== '')?.[at] ?? '');
  return (
    <>
      <Picked
        label={`${column.title} · ${t('setup.fromFile')}`}
        value={String(at)}
        options={[
          ['-1', t('setup.notUsed')],
          ...headings.map((heading, index) => [String(index), heading || `${index + 1}`] as const),
        ]}
        onChange={(index) => map(Number(index))}
      />
      <td class="register-example secondary" title={example}>
        {example || '—'}
      </td>
    </>
  );
}

function ColumnLine({ column, definition, onChange, file }: LineProps) {
  const label = (words: string) => `${column.title} · ${words}`;
  const set = (part: Partial<RegisterColumn>) => onChange(withColumn(definition, column.key, part));
  return (
    <tr>
      <td>
        <input
          class="input"
          aria-label={label(t('setup.column'))}
          maxLength={100}
          value={column.title}
          onChange={(event) => {
            const title = event.currentTarget.value.trim();
            if (title === '') event.currentTarget.value = column.title;
            else set({ title });
          }}
        />
      </td>
      {file && <FileCells column={column} file={file} />}
      <Picked
        label={label(t('setup.type'))}
        value={column.type}
        options={columnTypes.map((type) => [type, t(`setup.type.${type}`)] as const)}
        onChange={(type) => set({ type })}
      />
      <td>
        <input
          class="input register-unit"
          aria-label={label(t('setup.unit'))}
          maxLength={20}
          value={column.unit ?? ''}
          onChange={(event) => set({ unit: event.currentTarget.value.trim() || null })}
        />
      </td>
      <Picked
        label={label(t('setup.role'))}
        value={useOf(column)}
        options={[['', t('setup.role.none')], ...uses.map((use) => [use, t(`setup.role.${use}`)] as const)]}
        onChange={(use) => onChange(withUse(definition, column.key, use))}
      />
      <Picked
        label={label(t('setup.mask'))}
        value={column.mask}
        options={masks.map((mask) => [mask, t(`setup.mask.${mask}`)] as const)}
        onChange={(mask) => set({ mask })}
      />
      <Flag
        label={label(t('setup.identity'))}
        isOn={column.roles.includes('identity')}
        onChange={(isOn) => onChange(withIdentity(definition, column.key, isOn))}
      />
      {flags.map(([flag, words]) => (
        <Flag
          key={flag}
          label={label(t(words))}
          isOn={column[flag]}
          isDisabled={flag === 'isFacet' && !column.isFacet && !canFacet(definition)}
          onChange={(isOn) => set({ [flag]: isOn })}
        />
      ))}
    </tr>
  );
}

export function RegisterColumns(props: RegisterColumnsProps) {
  const heads = [
    t('setup.column'),
    ...(props.file ? [t('setup.fromFile'), t('setup.example')] : []),
    t('setup.type'),
    t('setup.unit'),
    t('setup.role'),
    t('setup.mask'),
    t('setup.identity'),
    ...flags.map(([, words]) => t(words)),
  ];
  return (
    <section class="stack" aria-labelledby="register-columns">
      <h2 id="register-columns">{t('setup.columns')}</h2>
      <p class="hint secondary">{t('setup.columnsHint')}</p>
      <ScrollArea label={t('setup.columns')}>
        <table class="table register-columns">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.definition.columns.map((column) => (
              <ColumnLine key={column.key} {...props} column={column} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  );
}
