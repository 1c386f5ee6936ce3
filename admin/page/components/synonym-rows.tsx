// The rows of the list of synonyms: a word, what is searched for as well, and what is wrong with them.
import { ArrowRight, Trash2 } from 'lucide';
import { t } from '../i18n/index.ts';
import type { FaultyRule, SynonymRow } from '../state/synonym-rows.ts';
import { Icon } from './icon.tsx';

interface SynonymRowsProps {
  readonly rows: readonly SynonymRow[];
  /** Numbers of rows in the whole list, which may be longer than what is shown. */
  readonly numberOf: (row: SynonymRow) => number;
  readonly faults: ReadonlyMap<number, FaultyRule>;
  readonly isReadOnly: boolean;
  readonly onChange: (row: SynonymRow) => void;
  readonly onRemove: (row: SynonymRow) => void;
}

export function SynonymRows(props: SynonymRowsProps) {
  return (
    <ol class="synonym-rows" aria-label={t('synonyms.title')}>
      {props.rows.map((row) => (
        <li key={row.key}>
          <Row {...props} row={row} />
        </li>
      ))}
    </ol>
  );
}

function Row({
  row,
  numberOf,
  faults,
  isReadOnly,
  onChange,
  onRemove,
}: SynonymRowsProps & { row: SynonymRow }) {
  const number = numberOf(row);
  const fault = faults.get(row.key);
  const problemId = `synonym-problem-${row.key}`;
  const common = {
    class: 'input',
    readOnly: isReadOnly,
    ...(fault === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': problemId }),
  };
  return (
    <>
      <div class="rows-line synonym-line">
        <input
          {...common}
          id={`synonym-${row.key}`}
          aria-label={t('synonyms.wordOf', { row: number })}
          placeholder={t('synonyms.word')}
          value={row.word}
          onInput={(event) => onChange({ ...row, word: event.currentTarget.value })}
        />
        <Icon node={ArrowRight} />
        <input
          {...common}
          aria-label={t('synonyms.namesOf', { row: number })}
          placeholder={t('synonyms.namesHint')}
          value={row.names}
          onInput={(event) => onChange({ ...row, names: event.currentTarget.value })}
        />
        {!isReadOnly && (
          <button
            type="button"
            class="button button-quiet"
            aria-label={t('editor.removeRow', { row: number })}
            onClick={() => onRemove(row)}
          >
            <Icon node={Trash2} />
          </button>
        )}
      </div>
      {fault !== undefined && (
        <p class="synonym-problem" id={problemId}>
          {t(`synonyms.fault.${fault.fault}`, { row: number, word: fault.word })}
        </p>
      )}
    </>
  );
}
