// The outbox of a preview: screens look as they will, and nothing is kept or sent.
import type { TerminalOutbox } from './terminal-outbox.ts';

export const closedOutbox: TerminalOutbox = {
  hold: async () => {},
  put: async () => {},
  replace: async () => true,
  takeBack: async () => true,
  release: async () => {},
  count: async () => ({ items: 0, bytes: 0, since: null }),
  takeOut: async () => [],
  settle: async () => {},
};
