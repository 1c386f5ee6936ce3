// Errors of the release area.
import { defineMessages } from './message.ts';

export const releaseMessages = defineMessages({});
