// From when and until when terminals show a record, by the clock of the hall, and what that means at this moment.
import type { RecordDetails } from '#shared/catalogue/details.ts';
import { instantOfLocalTime, localTimeOf, showingAt, shownSpanOf } from '#shared/catalogue/shown-span.ts';
import type { RecordInput } from '#shared/protocol/hub-api.ts';
import { t } from '../i18n/index.ts';
import { TextField } from './fields.tsx';

interface ShownFieldsProps {
  readonly content: RecordInput;
  readonly onChange: (change: Partial<RecordInput>) => void;
}

type Shown = NonNullable<RecordInput['shown']>;

/** `2026-05-08 09:30`, as the fields above say it too. */
const words = (instant: string | null) => localTimeOf(instant).replace('T', ' ');

function StateLine({ content }: { readonly content: RecordInput }) {
  const span = shownSpanOf({ shown: content.shown, details: content.details as RecordDetails | null });
  const state = showingAt(span, Date.now());
  const [from, until] = [words(span?.from ?? null), words(span?.until ?? null)];
  const isEndless = state === 'showing' && span?.until === null;
  return (
    <p class={`hint shown-state is-${state}`} aria-live="polite">
      {t(isEndless ? 'shown.state.endless' : `shown.state.${state}`, { from, until })}
    </p>
  );
}

export function ShownFields({ content, onChange }: ShownFieldsProps) {
  const shown: Shown = content.shown ?? { from: null, until: null };
  const set = (end: keyof Shown, text: string | null) => {
    const next = { ...shown, [end]: text === null ? null : instantOfLocalTime(text) };
    onChange({ shown: next.from === null && next.until === null ? null : next });
  };
  return (
    <fieldset class="field field-wide shown-fields">
      <legend>{t('shown.title')}</legend>
      <div class="form-grid">
        {(['from', 'until'] as const).map((end) => (
          <TextField
            key={end}
            type="datetime-local"
            label={t(`shown.${end}`)}
            value={localTimeOf(shown[end])}
            onChange={(text) => set(end, text)}
          />
        ))}
      </div>
      <StateLine content={content} />
    </fieldset>
  );
}
