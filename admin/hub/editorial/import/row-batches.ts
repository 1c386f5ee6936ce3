// Cuts the events of one file into batches small enough to hold in memory and large enough to commit well.
import type { IngestEvent, RecordDraft } from '../../ingest/draft.ts';

/** Rows committed together. */
const batchRows = 300;
/** Characters of bodies and bytes of attachments held before a batch is closed early. */
const batchWeight = 4_000_000;

/** The next events of the file; `failure` is what the reader threw, and ends the file. */
export interface EventBatch {
  readonly events: readonly IngestEvent[];
  readonly failure: unknown;
}

/** Yields every event exactly once; a reader that throws yields what came before, with the failure. */
export async function* batchEvents(events: AsyncIterable<IngestEvent>): AsyncGenerator<EventBatch> {
  let batch: IngestEvent[] = [];
  let weight = 0;
  try {
    for await (const event of events) {
      batch.push(event);
      // The rows of a table are read by whoever takes it, before the reader goes on.
      if (event.type === 'table') {
        yield { events: batch, failure: undefined };
        batch = [];
        weight = 0;
        continue;
      }
      weight += event.type === 'accepted' ? weightOf(event.draft) : 0;
      if (batch.length < batchRows && weight < batchWeight) continue;
      yield { events: batch, failure: undefined };
      batch = [];
      weight = 0;
    }
  } catch (failure) {
    yield { events: batch, failure };
    return;
  }
  if (batch.length > 0) yield { events: batch, failure: undefined };
}

function weightOf(draft: RecordDraft): number {
  const attached = draft.attachments.reduce((bytes, attachment) => bytes + attachment.content.byteLength, 0);
  return draft.bodyHtml.length + draft.bodyText.length + attached;
}
