// The time of day on screen; it wakes once a minute, on the minute.
import { signal } from '@preact/signals';

const minuteMs = 60_000;

export const now = signal(new Date());

/** Starts the clock; call once. */
export function startClock(): void {
  const tick = () => {
    now.value = new Date();
    setTimeout(tick, minuteMs - (Date.now() % minuteMs));
  };
  tick();
}
