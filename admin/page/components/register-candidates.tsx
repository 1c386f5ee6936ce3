// Which register a table goes into: the ones its columns match, with the columns that speak for each, or a new one.
import { useEffect, useId, useState } from 'preact/hooks';
import type { ImportJob } from '#shared/protocol/import-api.ts';
import { formatCount, t } from '../i18n/index.ts';

type Table = NonNullable<ImportJob['files'][number]['table']>;
type Candidate = Table['candidates'][number];

interface RegisterCandidatesProps {
  readonly table: Table;
  readonly isBusy: boolean;
  /** The name of a register or ready-made one; null for a new one of the table's own. */
  readonly onChoose: (register: string | null) => void;
}

const namedHeadings = 8;

function listOf(headings: readonly string[]): string {
  const names = headings.slice(0, namedHeadings).join(t('regimport.pause'));
  return headings.length > namedHeadings ? t('regimport.andMore', { names }) : names;
}

function Why({ matching, unknown }: Candidate) {
  return (
    <span class="secondary">
      {t('regimport.matching', { count: formatCount(matching.length), names: listOf(matching) })}
      {unknown.length > 0 && ` ${t('regimport.unknown', { names: listOf(unknown) })}`}
    </span>
  );
}

export function RegisterCandidates({ table, isBusy, onChoose }: RegisterCandidatesProps) {
  const name = useId();
  // What was just chosen, until the hub has looked at the table again.
  const [wanted, setWanted] = useState<string | null | undefined>(undefined);
  useEffect(() => setWanted(undefined), [table]);
  const choose = (register: string | null) => {
    setWanted(register);
    onChoose(register);
  };
  const chosen = table.candidates.find(({ register, isExisting }) =>
    isExisting ? !table.isNew && register === table.register : table.isNew && register === table.template,
  );
  return (
    <fieldset class="register-candidates" disabled={isBusy}>
      <legend>{t('regimport.proposed')}</legend>
      {table.candidates.map((candidate) => (
        <label key={candidate.register} class="register-template">
          <input
            type="radio"
            name={name}
            checked={wanted === undefined ? candidate === chosen : wanted === candidate.register}
            onChange={() => choose(candidate.register)}
          />
          <span>
            {candidate.title}{' '}
            <span class="tag">{t(candidate.isExisting ? 'regimport.existing' : 'regimport.readyMade')}</span>
          </span>
          <Why {...candidate} />
        </label>
      ))}
      {chosen?.isExisting !== false && (
        <label class="register-template">
          <input
            type="radio"
            name={name}
            checked={wanted === undefined ? chosen === undefined && table.isNew : wanted === null}
            onChange={() => choose(null)}
          />
          <span>{t('regimport.target.new')}</span>
          <span class="secondary">{t('regimport.newWhy')}</span>
        </label>
      )}
    </fieldset>
  );
}
