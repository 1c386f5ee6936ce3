// The letters of the free keypad: every key may be pressed, and the last takes back a letter, then a character.
import { Delete } from 'lucide';
import { t } from '../../i18n/translate.ts';
import { Icon } from '../icon.tsx';

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] as const;

interface WritingLettersProps {
  readonly onPress: (letter: string) => void;
  readonly onDelete: () => void;
  readonly canDelete: boolean;
}

export function WritingLetters({ onPress, onDelete, canDelete }: WritingLettersProps) {
  return (
    <div class="keypad__letters">
      {rows.map((row) => (
        <div key={row} class="keypad__row">
          {[...row].map((letter) => (
            <button key={letter} type="button" class="keypad__key" onClick={() => onPress(letter)}>
              {letter.toUpperCase()}
            </button>
          ))}
          {row === rows[2] && <DeleteCharacter onDelete={onDelete} canDelete={canDelete} />}
        </div>
      ))}
    </div>
  );
}

export function DeleteCharacter({ onDelete, canDelete }: Omit<WritingLettersProps, 'onPress'>) {
  return (
    <button
      type="button"
      class="keypad__key keypad__key--wide"
      aria-label={t('keypad.delete')}
      disabled={!canDelete}
      onClick={onDelete}
    >
      <Icon node={Delete} />
    </button>
  );
}
