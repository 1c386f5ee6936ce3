// Who has a seat at a hearing: those who signed up first and did not withdraw; the others wait in order.

/** A sign-up in the order of arrival. */
export interface SignUp {
  readonly isWithdrawn: boolean;
}

export interface Seat {
  /** Counts from 1 among those who did not withdraw; null for those who did. */
  readonly place: number | null;
  readonly isWaiting: boolean;
}

/** Seats in the same order; a withdrawal moves everybody behind it up. */
export function seatsOf(signUps: readonly SignUp[], seats: number): readonly Seat[] {
  let place = 0;
  return signUps.map(({ isWithdrawn }) => {
    if (isWithdrawn) return { place: null, isWaiting: false };
    place += 1;
    return { place, isWaiting: place > seats };
  });
}
