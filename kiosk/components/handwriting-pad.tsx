// The writing pad: write a character with a finger, touch the one that was meant.
import { Delete, Eraser, Undo2 } from 'lucide';
import { t } from '../i18n/translate.ts';
import { type Handwriting, useHandwriting } from '../state/use-handwriting.ts';
import { useNote } from '../state/use-note.ts';
import { Icon } from './icon.tsx';
import { InkCanvas } from './ink-canvas.tsx';

const mostCandidates = 8;

interface HandwritingPadProps {
  /** Called with one character; the pad is empty again then. */
  readonly onChoose: (character: string) => void;
  /** Takes the last character of the text back; without it there is no button for that. */
  readonly onDelete?: () => void;
  /** Which of the characters offered lead on; all do while that is not told. */
  readonly useLeading?: (candidates: readonly string[]) => ReadonlySet<string> | null;
  /** Stands in place of the hint while nothing is written. */
  readonly note?: string;
}

/** What stands in place of candidates when there are none. */
function lineOf({ phase, strokes, isSettled }: Handwriting, note?: string): string {
  if (phase === 'loading') return t('handwriting.loading');
  if (strokes.length === 0) return note ?? t('handwriting.hint');
  return isSettled ? t('handwriting.nothing') : t('handwriting.looking');
}

const allLead = () => null;

function Candidates({
  hand,
  onChoose,
  note,
  useLeading = allLead,
}: HandwritingPadProps & { hand: Handwriting }) {
  const shown = hand.candidates.slice(0, mostCandidates);
  const leading = useLeading(shown);
  if (shown.length === 0) {
    return (
      <p class="handwriting__line" role="status">
        {lineOf(hand, note)}
      </p>
    );
  }
  return (
    <ol class="handwriting__candidates" aria-label={t('handwriting.candidates')}>
      {shown.map((character) => {
        const isDim = leading !== null && !leading.has(character);
        return (
          <li key={character}>
            <button
              type="button"
              class="handwriting__candidate"
              lang="zh-CN"
              aria-disabled={isDim}
              tabIndex={isDim ? -1 : 0}
              onClick={() => {
                if (!isDim) onChoose(character);
              }}
            >
              {character}
            </button>
          </li>
        );
      })}
    </ol>
  );
}

function Failure({ hand }: { hand: Handwriting }) {
  return (
    <div class="handwriting__failure" role="alert">
      <p>{t('handwriting.failed')}</p>
      <p class="handwriting__code">{t('state.staffCode', { code: hand.error?.code ?? '' })}</p>
      <button type="button" class="button" onClick={hand.retry}>
        {t('state.retry')}
      </button>
    </div>
  );
}

function Tools({ hand, onDelete }: { hand: Handwriting; onDelete?: (() => void) | undefined }) {
  const isEmpty = hand.strokes.length === 0;
  return (
    <div class="handwriting__tools">
      <button
        type="button"
        class="button"
        disabled={isEmpty}
        onClick={() => hand.write(hand.strokes.slice(0, -1))}
      >
        <Icon node={Undo2} />
        {t('handwriting.undo')}
      </button>
      <button type="button" class="button" disabled={isEmpty} onClick={() => hand.write([])}>
        <Icon node={Eraser} />
        {t('handwriting.clear')}
      </button>
      {onDelete && (
        <button type="button" class="button" onClick={onDelete}>
          <Icon node={Delete} />
          {t('handwriting.delete')}
        </button>
      )}
    </div>
  );
}

export function HandwritingPad(props: HandwritingPadProps) {
  useNote('mode.handwriting');
  const hand = useHandwriting();
  const choose = (character: string) => {
    hand.write([]);
    props.onChoose(character);
  };
  return (
    <section class="handwriting" aria-label={t('handwriting.label')}>
      <InkCanvas
        label={t('handwriting.square', { count: hand.strokes.length })}
        strokes={hand.strokes}
        onStroke={(stroke) => hand.write([...hand.strokes, stroke])}
      />
      <div class="handwriting__side">
        {hand.phase === 'failed' ? (
          <Failure hand={hand} />
        ) : (
          <Candidates {...props} hand={hand} onChoose={choose} />
        )}
        <Tools hand={hand} onDelete={props.onDelete} />
      </div>
    </section>
  );
}
