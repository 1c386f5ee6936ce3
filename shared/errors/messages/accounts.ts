// Errors of the accounts area.
import { defineMessages } from './message.ts';

export const accountMessages = defineMessages({});
