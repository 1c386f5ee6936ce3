// Chooses one record by some words of its title, and shows the one that is chosen.
import { X } from 'lucide';
import { recordDetailSchema } from '#shared/protocol/hub-api.ts';
import { request } from '../api/client.ts';
import { useLoaded } from '../state/loaded.ts';
import { Icon } from './icon.tsx';
import { RecordSearch } from './record-search.tsx';

interface RecordFieldProps {
  readonly label: string;
  /** Stands below the field until there is something to choose from. */
  readonly hint: string;
  /** Stands there when nothing is found. */
  readonly none: string;
  /** Names the act of taking the choice back. */
  readonly remove: string;
  /** As the list of records takes them; any record unless told. */
  readonly filters?: Readonly<Record<string, string>>;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

function ChosenRecord({ value, remove, onRemove }: { value: string; remove: string; onRemove: () => void }) {
  const record = useLoaded(
    (signal) => request('GET', `/records/${value}`, recordDetailSchema, { signal }),
    [value],
  );
  return (
    <div class="row chosen-matter">
      <a href={`/admin/records/${value}`}>{record.value?.content.title ?? value}</a>
      <button type="button" class="button button-quiet" aria-label={remove} onClick={onRemove}>
        <Icon node={X} />
      </button>
    </div>
  );
}

export function RecordField(props: RecordFieldProps) {
  const { label, hint, none, remove, filters = {}, value, onChange } = props;
  return (
    <div class="field field-wide">
      {value === null ? (
        <RecordSearch
          label={label}
          hint={hint}
          none={none}
          filters={filters}
          onChoose={({ id }) => onChange(id)}
        />
      ) : (
        <>
          <span class="label">{label}</span>
          <ChosenRecord value={value} remove={remove} onRemove={() => onChange(null)} />
        </>
      )}
    </div>
  );
}
