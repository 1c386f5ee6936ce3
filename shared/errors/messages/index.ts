// Every error code with its Chinese and English text, gathered from one file per area.
import { accountMessages } from './accounts.ts';
import { archiveMessages } from './archive.ts';
import { calendarMessages } from './calendar.ts';
import { caseDeskMessages } from './case-desk.ts';
import { caseMessages } from './cases.ts';
import { commonMessages } from './common.ts';
import { consultationMessages } from './consultations.ts';
import { feedMessages } from './feeds.ts';
import { hallMessages } from './hall.ts';
import { handwritingMessages } from './handwriting.ts';
import { httpMessages } from './http.ts';
import { ingestMessages } from './ingest.ts';
import { kioskMessages } from './kiosk.ts';
import { lintMessages } from './lint.ts';
import { registerDeskMessages } from './register-desk.ts';
import { registerMessages } from './registers.ts';
import { releaseMessages } from './release.ts';
import { reportMessages } from './reports.ts';
import { searchMessages } from './search.ts';
import { storeMessages } from './store.ts';
import { transferMessages } from './transfers.ts';
import { treeMessages } from './tree.ts';
import { venueMessages } from './venue.ts';
import { voiceMessages } from './voice.ts';
import { withheldMessages } from './withheld.ts';
import { workflowMessages } from './workflow.ts';

export const errorMessages = {
  ...commonMessages,
  ...accountMessages,
  ...archiveMessages,
  ...calendarMessages,
  ...caseDeskMessages,
  ...caseMessages,
  ...consultationMessages,
  ...feedMessages,
  ...hallMessages,
  ...handwritingMessages,
  ...httpMessages,
  ...ingestMessages,
  ...kioskMessages,
  ...lintMessages,
  ...registerDeskMessages,
  ...registerMessages,
  ...releaseMessages,
  ...reportMessages,
  ...searchMessages,
  ...storeMessages,
  ...treeMessages,
  ...venueMessages,
  ...transferMessages,
  ...withheldMessages,
  ...workflowMessages,
  ...voiceMessages,
} as const;

export type ErrorCode = keyof typeof errorMessages;
