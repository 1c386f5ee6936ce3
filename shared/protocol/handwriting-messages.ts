// What crosses between the kiosk's page and the worker that recognises handwriting.

/** An alias, because only an alias fits `CallMap`. */
export type HandwritingWorkerCalls = {
  /** Loads the templates. Throws `kiosk.handwriting-unavailable` when they cannot be had or are damaged. */
  readonly open: { argument: null; answer: null };
  /** The likeliest characters, best first; strokes in any unit, y downwards. Opens first where that was not done. */
  readonly recognise: {
    argument: { readonly strokes: readonly (readonly { readonly x: number; readonly y: number }[])[] };
    answer: readonly string[];
  };
};
