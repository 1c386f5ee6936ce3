// One span of hours in a form: its days of the week as switches, from when to when.
import type { DaySpan, Weekday } from '#shared/catalogue/venue-display.ts';
import { t } from '../i18n/index.ts';

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

interface DaySpanLineProps {
  /** Names the row to who cannot see it, e.g. “开放时段 2”. */
  readonly label: string;
  readonly value: DaySpan;
  readonly onChange: (span: DaySpan) => void;
}

/** The span a new row begins with: the hours most offices keep. */
export const usualSpan: DaySpan = { days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' };

export function DaySpanLine({ label, value, onChange }: DaySpanLineProps) {
  const toggle = (day: Weekday) => {
    const others = value.days.filter((kept) => kept !== day);
    const days = others.length < value.days.length ? others : [...value.days, day].sort((a, b) => a - b);
    onChange({ ...value, days });
  };
  return (
    <>
      <fieldset class="day-switches" aria-label={t('display.daysOf', { label })}>
        {weekdays.map((day) => (
          <button
            key={day}
            type="button"
            class="day-switch"
            aria-label={t(`display.day.${day}`)}
            aria-pressed={value.days.includes(day)}
            onClick={() => toggle(day)}
          >
            {t(`display.dayShort.${day}`)}
          </button>
        ))}
      </fieldset>
      <input
        class="input"
        type="time"
        aria-label={t('display.fromOf', { label })}
        value={value.from}
        onInput={(event) => onChange({ ...value, from: event.currentTarget.value })}
      />
      <span aria-hidden="true">–</span>
      <input
        class="input"
        type="time"
        aria-label={t('display.toOf', { label })}
        value={value.to}
        onInput={(event) => onChange({ ...value, to: event.currentTarget.value })}
      />
    </>
  );
}
