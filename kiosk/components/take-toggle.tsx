// Puts a record on the visitor's list and takes it off again.
import { ListChecks, ListPlus } from 'lucide';
import { t } from '../i18n/translate.ts';
import { dropRecord, isListFull, isTaken, type TakenRecord, takeRecord } from '../state/take-home.ts';
import { Icon } from './icon.tsx';

interface TakeToggleProps {
  readonly record: TakenRecord;
  /** Only the picture, for rows of a list; the words then name the record. */
  readonly isSmall?: boolean;
}

export function TakeToggle({ record, isSmall = false }: TakeToggleProps) {
  const isOn = isTaken(record.id);
  const isFull = !isOn && isListFull();
  const words = isFull ? t('list.full') : t(isOn ? 'list.added' : 'list.add');
  const named = t(isOn ? 'list.addedNamed' : 'list.addNamed', { title: record.title });
  return (
    <button
      type="button"
      class={isSmall ? 'take take--small' : 'button take'}
      aria-pressed={isOn}
      aria-label={isSmall ? named : undefined}
      disabled={isFull}
      onClick={() => (isOn ? dropRecord(record.id) : takeRecord(record))}
    >
      <Icon node={isOn ? ListChecks : ListPlus} />
      {!isSmall && words}
    </button>
  );
}
