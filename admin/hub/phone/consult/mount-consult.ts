// Puts `/m/consult/<code>` on the hub: the form of a notice that asks people, and its receipt.
import type { Context, Hono } from 'hono';
import { type AppError, toAppError } from '#shared/errors/app-error.ts';
import { describeError, statusOf } from '#shared/errors/describe-error.ts';
import { parseHandoff } from '#shared/handoff/codes.ts';
import { submissionId as submissionIdSchema } from '#shared/protocol/cases-api.ts';
import { phonePolicy } from '../../http/content-security-policy.ts';
import type { HubEnv } from '../../http/hub-env.ts';
import type { OpenedRelease } from '../../http/hub-services.ts';
import { readBody } from '../../http/read-body.ts';
import { contextOf, type Phone } from '../answer-page.ts';
import { type Asked, askedBy } from './asked.ts';
import { consultPage, consultReceipt, noConsultPage } from './consult-page.ts';
import { type ConsultValues, noValues, submissionOf, valuesIn } from './read-reply.ts';

/** 5,000 characters of content take up to nine bytes each in a form. */
const maxFormBytes = 64 * 1024;
/** As many as the longest submission id takes. */
const idBytes = 18;

export function mountConsult(app: Hono<HubEnv>, phone: Phone): void {
  const style = phone.assets.consultStyle;
  app.get('/m/consult/:code', (c) =>
    withAsked(c, phone, style.path, (asked, release) => {
      const shown = { asked, values: noValues, problem: null, submissionId: newSubmissionId(phone) };
      return drawForm(c, phone, release, { ...shown, style: style.path });
    }),
  );
  app.post('/m/consult/:code', (c) =>
    withAsked(c, phone, style.path, (asked, release) =>
      takeReply(c, phone, release, { asked, style: style.path }),
    ),
  );
}

interface Own {
  readonly asked: Asked;
  readonly style: string;
}

interface Filled extends Own {
  readonly values: ConsultValues;
  readonly problem: AppError | null;
  readonly submissionId: string;
}

function newSubmissionId({ runtime }: Phone): string {
  return Buffer.from(runtime.services.randomBytes(idBytes)).toString('base64url');
}

async function withAsked(
  c: Context<HubEnv>,
  phone: Phone,
  style: string,
  show: (asked: Asked, release: OpenedRelease) => Promise<Response>,
): Promise<Response> {
  return phone.runtime.current.use(async (release) => {
    const code = parseHandoff(c.req.param('code') ?? '')?.code ?? '';
    const record = release === null ? null : await release.reader.recordByCode(code);
    const asked = askedBy(record, phone.runtime.services.now());
    if (release === null || asked === null)
      return html(404, noConsultPage(style, contextOf(c, phone, release)));
    return show(asked, release);
  });
}

async function drawForm(
  c: Context<HubEnv>,
  phone: Phone,
  release: OpenedRelease,
  { problem, ...form }: Filled,
): Promise<Response> {
  const { draftId } = form.asked.consultation;
  const draft = draftId === null ? null : await release.reader.record(draftId);
  const context = contextOf(c, phone, release);
  const words = problem === null ? null : describeError(problem.code, problem.details, context.language);
  const status = problem === null ? 200 : statusOf(problem.code);
  return html(status, consultPage({ ...form, draft, problem: words }, context));
}

/** Sent again, it is answered with the same receipt: the id was made with the form. */
async function takeReply(
  c: Context<HubEnv>,
  phone: Phone,
  release: OpenedRelease,
  own: Own,
): Promise<Response> {
  const { services, limits } = phone.runtime;
  limits.caseSubmit.take(c.get('address'));
  const form = new URLSearchParams(new TextDecoder().decode(await readBody(c.req.raw, maxFormBytes)));
  const values = valuesIn(form);
  const given = submissionIdSchema.safeParse(form.get('submissionId'));
  const submissionId = given.success ? given.data : newSubmissionId(phone);
  try {
    const { kind } = own.asked.consultation;
    const submission = submissionOf(values, { kind, recordCode: own.asked.record.code, submissionId });
    const receipt = await services.caseIntake.submit(submission, 'online');
    const standing = await services.consultations.standing(submissionId);
    const context = contextOf(c, phone, release);
    return html(200, consultReceipt({ ...own, receipt, standing }, context));
  } catch (thrown) {
    const problem = toAppError(thrown);
    // What people wrote must not get into the log: the code says enough.
    if (statusOf(problem.code) >= 500) services.log(`a reply was not taken: ${problem.code}`);
    return drawForm(c, phone, release, { ...own, values, problem, submissionId });
  }
}

function html(status: number, text: string): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': phonePolicy,
    'cache-control': 'no-store',
    // Its form says where it comes from, also where browsers tell nothing else (plain http, old ones).
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex',
  };
  return new Response(text, { status, headers });
}
