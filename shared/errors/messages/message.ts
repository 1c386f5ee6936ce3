// The shape of one entry in the error catalogue.

/** What happened and what to do, in Chinese and English, and the HTTP status at the hub's edge. */
export interface ErrorMessage {
  readonly zh: string;
  readonly en: string;
  readonly status: number;
}

/** Keeps the literal keys of a catalogue while checking the shape of every entry. */
export function defineMessages<const T extends Record<string, ErrorMessage>>(messages: T): T {
  return messages;
}
