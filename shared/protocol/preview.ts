// How the admin page shows a record as the terminal will: messages between the desk and a framed kiosk page.
import type { RecordInput } from './hub-api.ts';

export const previewMessageType = {
  /** From the frame: it listens now. */
  ready: 'mingchuang-preview-ready',
  /** To the frame: show this. */
  content: 'mingchuang-preview-content',
} as const;

/** What the desk sends. Both pages check origin and source; the frame sanitises the body again before showing it. */
export interface PreviewContent {
  readonly type: typeof previewMessageType.content;
  readonly content: RecordInput;
  readonly agencyName: string;
  readonly version: number;
}
