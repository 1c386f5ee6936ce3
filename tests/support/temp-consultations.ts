// Consultations over a store in a folder of its own: notices that ask, made public as a publish would, and replies to send.

import type { CaseIntake } from '#hub/cases/case-ports.ts';
import {
  type ConsultationService,
  createConsultationService,
} from '#hub/consultations/consultation-service.ts';
import { intakeOfReplies } from '#hub/consultations/intake-of-replies.ts';
import { createRecordService } from '#hub/editorial/record-service.ts';
import { createVenueService } from '#hub/editorial/venue-service.ts';
import { type Submission, submissionSchema } from '#shared/protocol/cases-api.ts';
import {
  type ConsultationDetail,
  type ConsultationInput,
  consultationInputSchema,
} from '#shared/protocol/consultations-api.ts';
import { openTempCases, type TempCases } from './temp-cases.ts';
import { agencyInput, clerk, documentInput } from './temp-desk.ts';

export interface TempConsultations extends TempCases {
  readonly service: ConsultationService;
  /** With admission of replies. */
  readonly replies: CaseIntake;
  readonly agencyId: string;
  /** Asks on a fresh notice and makes it public. */
  ask(changes?: Partial<ConsultationInput>): Promise<ConsultationDetail>;
  /** A publish, as far as the store notices it. */
  makePublic(recordId: string): Promise<void>;
  /** Sets the clock to noon of a day in China. */
  setDay(day: string): void;
}

export async function openTempConsultations(): Promise<TempConsultations> {
  const temp = await openTempCases();
  const { desk, cases } = temp;
  const service = createConsultationService(cases);
  const records = createRecordService(desk);
  const { id: agencyId } = await createVenueService(desk).createAgency(agencyInput('市发展改革委'), clerk);
  const makePublic = async (recordId: string) => {
    await records.approve([recordId], clerk);
    const { version } = await records.detail(recordId);
    await desk.db
      .updateTable('records')
      .set({ published_version: version })
      .where('id', '=', recordId)
      .execute();
  };
  return {
    ...temp,
    service,
    replies: intakeOfReplies(cases, temp.intake),
    agencyId,
    makePublic,
    ask: async (changes = {}) => {
      const input = documentInput(agencyId, { kind: 'notice', title: '关于公开征求《停车办法》意见的公告' });
      const recordId = changes.recordId ?? (await records.create(input, clerk)).id;
      const detail = await service.open(planInput({ recordId, ...changes }), clerk);
      await makePublic(detail.row.recordId);
      return service.detail(detail.row.id, clerk);
    },
    setDay: (day) => temp.tick(Date.parse(`${day}T04:00:00Z`) - desk.now()),
  };
}

/** A comment period of the temp desk's own May, unless told otherwise. */
export function planInput(changes: Partial<ConsultationInput> & { recordId: string }): ConsultationInput {
  return consultationInputSchema.parse({
    kind: 'comment',
    startsOn: '2024-05-06',
    endsOn: '2024-06-05',
    points: ['第一章 总则', '第二章 收费', '第三章 罚则'],
    ways: { phone: '0558-1234567' },
    ...changes,
  });
}

export const hearingFacts = {
  on: '2024-06-20',
  at: '09:30',
  place: '市政府二楼会议室',
  seats: 3,
  conditions: '',
};

export function replyOf(code: string, index: number, changes: Partial<Submission> = {}): Submission {
  return submissionSchema.parse({
    submissionId: `reply-${String(index).padStart(20, '0')}`,
    kind: 'comment',
    recordCode: code,
    content: `第 ${index} 条意见`,
    ...changes,
  });
}

export const namedApplicant = (index: number): Submission['applicant'] =>
  submissionSchema.parse({
    ...replyOf('', index),
    applicant: {
      class: 'person',
      name: `王测${index}`,
      phone: `138${String(10_000_000 + index * 7919).slice(-8)}`,
    },
  }).applicant;
