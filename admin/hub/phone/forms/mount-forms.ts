// Puts the forms for residents on the hub: each page is read, filled in and submitted at one address, without an account.
import type { Context, Hono } from 'hono';
import { checkForm } from '#shared/cases/forms/check-form.ts';
import {
  type CaseForm,
  type FormValues,
  readFormValues,
  voiceKinds,
} from '#shared/cases/forms/form-fields.ts';
import { makeSubmission } from '#shared/cases/forms/make-submission.ts';
import { placeOfRefusal } from '#shared/cases/forms/refusal-places.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { type AppError, toAppError } from '#shared/errors/app-error.ts';
import { describeError, statusOf } from '#shared/errors/describe-error.ts';
import { parseHandoff } from '#shared/handoff/codes.ts';
import { submissionId as submissionIdSchema } from '#shared/protocol/cases-api.ts';
import type { HubEnv } from '../../http/hub-env.ts';
import type { OpenedRelease } from '../../http/hub-services.ts';
import { type Phone, sendAsset } from '../answer-page.ts';
import { showApply } from './apply-steps.ts';
import { drawForm, loadOffers } from './draw-form.ts';
import type { ShownProblem } from './field-markup.ts';
import { loadFormAssets } from './form-assets.ts';
import type { FormView } from './form-page.ts';
import { formText } from './form-text.ts';
import { mountProgress } from './mount-progress.ts';
import { receiptPage } from './receipt-page.ts';
import { logWithoutWords, originOf, sendForm, submissionIdOf } from './send-form-page.ts';
import { type TakenForm, takeForm } from './take-form.ts';

export function mountForms(app: Hono<HubEnv>, phone: Phone): void {
  const { style } = loadFormAssets();
  app.get(style.path, (c) => sendAsset(c, style));
  app.get('/m/apply', (c) =>
    showApply(c, phone, style.path, (release) => emptyView(c, phone, 'apply', release, style.path)),
  );
  for (const form of ['correct', 'voice'] as const) {
    app.get(`/m/${form}`, (c) =>
      sendForm(c, phone, async (release, context) => {
        const view = await emptyView(c, phone, form, release, style.path);
        return { status: 200, html: drawForm(view, context) };
      }),
    );
  }
  for (const form of ['apply', 'correct', 'voice'] as const) {
    app.post(`/m/${form}`, (c) => takeIn(c, phone, form, style.path));
  }
  mountProgress(app, phone, style.path);
}

/** The form as it is first shown, with what its address presets. */
async function emptyView(
  c: Context<HubEnv>,
  phone: Phone,
  form: CaseForm,
  release: OpenedRelease | null,
  style: string,
): Promise<FormView> {
  const recordCode = parseHandoff(c.req.query('r') ?? '')?.code;
  const record = await recordOf(recordCode, release);
  const agency = release?.manifest.agencies.find(({ id }) => id === c.req.query('a'))?.id ?? record?.agencyId;
  const kind = voiceKinds.find((known) => known === c.req.query('kind'));
  const values = readFormValues({
    submissionId: submissionIdOf(phone.runtime.services.randomBytes),
    recordCode,
    agency,
    kind,
  });
  const offers = await loadOffers(phone);
  return { form, values, problems: [], refusal: null, arrived: [], record, offers, style };
}

async function recordOf(
  code: string | undefined,
  release: OpenedRelease | null,
): Promise<CatalogueRecord | null> {
  return code === undefined || release === null ? null : release.reader.recordByCode(code);
}

/** A form that was sent without the script: the receipt, or the form again with what is to be mended. */
async function takeIn(c: Context<HubEnv>, phone: Phone, form: CaseForm, style: string): Promise<Response> {
  let taken: TakenForm = { fields: {}, arrived: [], fileRefusal: null };
  try {
    phone.runtime.limits.caseSubmit.take(c.get('address'));
    taken = await takeForm(c.req.raw, phone.runtime, c.get('address'));
    const values = valuesOf(taken, phone);
    const problems = [...problemsOf(form, values, c), ...fileProblems(taken, c)];
    if (problems.length > 0)
      return await again(c, phone, { form, values, taken, problems, refusal: null, style }, 422);
    const files = taken.arrived.map(({ uploadId }) => uploadId);
    const receipt = await phone.runtime.services.caseIntake.submit(
      makeSubmission(form, values, files),
      'online',
    );
    return await sendForm(c, phone, async (release, context) => ({
      status: 200,
      html: receiptPage({ receipt, origin: originOf(c, release), style }, context),
    }));
  } catch (thrown) {
    return await refused(c, phone, { form, taken, style }, toAppError(thrown));
  }
}

/** The id made for the rendering stays; a form that came without a sound one gets a new one. */
function valuesOf({ fields }: TakenForm, phone: Phone): FormValues {
  const values = readFormValues(fields);
  if (submissionIdSchema.safeParse(values.submissionId).success) return values;
  return { ...values, submissionId: submissionIdOf(phone.runtime.services.randomBytes) };
}

function problemsOf(form: CaseForm, values: FormValues, c: Context<HubEnv>): readonly ShownProblem[] {
  const words = formText(c.get('language')).forms.problems;
  return checkForm(form, values).map(({ field, why }) => ({ field, words: words[why] }));
}

function fileProblems({ fileRefusal }: TakenForm, c: Context<HubEnv>): readonly ShownProblem[] {
  return fileRefusal === null ? [] : [{ field: 'files', words: wordsOf(fileRefusal, c) }];
}

const wordsOf = (error: AppError, c: Context<HubEnv>) =>
  describeError(error.code, error.details, c.get('language'));

interface Back {
  readonly form: CaseForm;
  readonly values: FormValues;
  readonly taken: TakenForm;
  readonly problems: readonly ShownProblem[];
  readonly refusal: string | null;
  readonly style: string;
}

/** The form comes back as it was filled in; nothing of it is kept by the hub. */
function again(c: Context<HubEnv>, phone: Phone, back: Back, status: number): Promise<Response> {
  const { form, values, problems, refusal, style } = back;
  return sendForm(c, phone, async (release, context) => {
    const record = await recordOf(values.recordCode, release);
    const { arrived } = back.taken;
    const offers = await loadOffers(phone);
    return {
      status,
      html: drawForm({ form, values, problems, refusal, arrived, record, offers, style }, context),
    };
  });
}

/** What the hub refuses stands at its field, or above the form where it has none; what broke is logged without a word of it. */
function refused(
  c: Context<HubEnv>,
  phone: Phone,
  { form, taken, style }: { readonly form: CaseForm; readonly taken: TakenForm; readonly style: string },
  error: AppError,
): Promise<Response> {
  const status = statusOf(error.code);
  if (status >= 500) logWithoutWords(phone, `${c.req.path} could not be taken`, error);
  const field = placeOfRefusal(error.code);
  const problems = field === null ? [] : [{ field, words: wordsOf(error, c) }];
  const refusal = field === null ? wordsOf(error, c) : null;
  const values = valuesOf(taken, phone);
  return again(c, phone, { form, values, taken, problems, refusal, style }, status);
}
