// Errors of the ingest area.
import { defineMessages } from './message.ts';

export const ingestMessages = defineMessages({});
