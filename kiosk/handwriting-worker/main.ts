// Entrance of the handwriting worker: holds the templates while somebody writes and names what was written.
import { AppError } from '#shared/errors/app-error.ts';
import type { HandwritingWorkerCalls } from '#shared/protocol/handwriting-messages.ts';
import { serveCalls } from '../engine/serve-calls.ts';
import { modelPath } from '../handwriting/model-files.ts';
import { parseModel } from '../handwriting/model-format.ts';
import { Recogniser } from '../handwriting/recogniser.ts';

/** As many as the pad has room for. */
const mostCandidates = 10;

let opening: Promise<Recogniser> | null = null;

async function load(): Promise<Recogniser> {
  try {
    const response = await fetch(modelPath);
    if (!response.ok) throw new AppError('kiosk.handwriting-unavailable');
    return new Recogniser(parseModel(new Uint8Array(await response.arrayBuffer())));
  } catch (thrown) {
    // The next attempt begins anew: a network may be back by then.
    opening = null;
    throw new AppError('kiosk.handwriting-unavailable', {}, { cause: thrown });
  }
}

function open(): Promise<Recogniser> {
  opening ??= load();
  return opening;
}

serveCalls<HandwritingWorkerCalls, never>(self, {
  open: async () => {
    await open();
    return null;
  },
  recognise: async ({ strokes }) => (await open()).recognise(strokes, mostCandidates),
});
