// Reads the form of a comment, objection or sign-up into a submission, and back into what its fields hold.
import type { ConsultationKind } from '#shared/consultations/consultation.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { type Submission, submissionSchema } from '#shared/protocol/cases-api.ts';

/** What the fields hold, as they were typed. */
export interface ConsultValues {
  readonly point: string;
  readonly content: string;
  readonly name: string;
  readonly organisation: string;
  readonly phone: string;
}

export const noValues: ConsultValues = { point: '', content: '', name: '', organisation: '', phone: '' };

const longest = { point: 4, content: 6000, name: 100, organisation: 200, phone: 60 } as const;

export function valuesIn(form: URLSearchParams): ConsultValues {
  const value = (name: keyof ConsultValues) => (form.get(name) ?? '').slice(0, longest[name]).trim();
  return {
    ...{ point: value('point'), content: value('content') },
    ...{ name: value('name'), organisation: value('organisation'), phone: value('phone') },
  };
}

/** Throws `consultations.…` naming what is missing. */
export function submissionOf(
  values: ConsultValues,
  about: { readonly kind: ConsultationKind; readonly recordCode: string; readonly submissionId: string },
): Submission {
  const { point, content, name, organisation, phone } = values;
  if (content.length < 2) throw new AppError('consultations.words-missing');
  const isAnonymous = name === '' && organisation === '' && phone === '';
  const whose = organisation === '' ? 'person' : 'other';
  const parsed = submissionSchema.safeParse({
    ...about,
    content,
    consultationPoint: /^\d+$/.test(point) ? Number(point) : null,
    applicant: isAnonymous ? null : { class: whose, name, organisation, phone },
  });
  if (parsed.success) return parsed.data;
  throw new AppError('bad-request', { reason: String(parsed.error.issues[0]?.path[0] ?? '') });
}
