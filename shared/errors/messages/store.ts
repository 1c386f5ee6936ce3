// Errors of the store area.
import { defineMessages } from './message.ts';

export const storeMessages = defineMessages({});
