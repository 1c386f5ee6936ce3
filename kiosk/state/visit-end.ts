// What parts fetched later have to forget when a visit ends: each says so when it first has something to forget.

const forgetters = new Set<() => void>();

/** `forget` is called once, at the end of this visit. */
export function forgetAtVisitEnd(forget: () => void): void {
  forgetters.add(forget);
}

export function forgetVisit(): void {
  const all = [...forgetters];
  forgetters.clear();
  for (const forget of all) forget();
  forgetLastMatch();
}

/** The language keeps the text a pattern was last found in (`RegExp.input`): what a visitor typed must not stand there. */
export function forgetLastMatch(): void {
  /^/.exec('');
}
