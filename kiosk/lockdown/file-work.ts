// The short while in which staff may save a file the terminal made, or read one in; closed at all other times.

let allowedUntilMs = 0;

/** Called by the staff panel when a file button is pressed. */
export function allowFileWork(forMs: number): void {
  allowedUntilMs = Date.now() + forMs;
}

export function isFileWorkAllowed(): boolean {
  return Date.now() < allowedUntilMs;
}
