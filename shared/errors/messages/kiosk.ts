// Errors of the kiosk area.
import { defineMessages } from './message.ts';

export const kioskMessages = defineMessages({});
