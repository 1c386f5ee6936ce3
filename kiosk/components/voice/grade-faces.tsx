// Five faces from very dissatisfied to very satisfied; each says in words what it means.
import { Angry, Frown, type IconNode, Laugh, Meh, Smile } from 'lucide';
import { type Grade, grades } from '#shared/voice/votes.ts';
import { voiceWords } from '../../i18n/voice-words.ts';
import { Icon } from '../icon.tsx';

const faces: Readonly<Record<Grade, IconNode>> = { 1: Angry, 2: Frown, 3: Meh, 4: Smile, 5: Laugh };

interface GradeFacesProps {
  /** What is graded, for people who cannot see where the faces stand. */
  readonly label: string;
  readonly chosen: number | null;
  readonly onChoose: (grade: Grade) => void;
  readonly isSmall?: boolean;
}

export function GradeFaces({ label, chosen, onChoose, isSmall = false }: GradeFacesProps) {
  return (
    <fieldset class={`faces ${isSmall ? 'faces--small' : ''}`} aria-label={label}>
      {grades.map((grade) => {
        const words = voiceWords(isSmall ? `short.${grade}` : `grade.${grade}`);
        return (
          <button
            key={grade}
            type="button"
            class="face"
            aria-pressed={chosen === grade}
            aria-label={isSmall ? `${label} ${words}` : undefined}
            onClick={() => onChoose(grade)}
          >
            <Icon node={faces[grade]} class="face__icon" />
            <span class="face__words">{words}</span>
          </button>
        );
      })}
    </fieldset>
  );
}
