// Errors of the search area.
import { defineMessages } from './message.ts';

export const searchMessages = defineMessages({});
