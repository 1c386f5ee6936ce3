// What work on the replies to consultations stands on: the store, and the vault that opens what people wrote.
import type { CaseDesk } from '../cases/case-desk.ts';

export type ReplyDesk = Pick<CaseDesk, 'desk' | 'vault'>;
