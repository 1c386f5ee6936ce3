// Puts `/m/progress` on the hub: the code travels in the body of a form alone, and one answer is given to every wrong one.
import type { Context, Hono } from 'hono';
import { parseReceiptCode } from '#shared/cases/receipt-code.ts';
import { type AppError, toAppError } from '#shared/errors/app-error.ts';
import { describeError, statusOf } from '#shared/errors/describe-error.ts';
import { type CaseProgress, submissionId as submissionIdSchema } from '#shared/protocol/cases-api.ts';
import type { HubEnv } from '../../http/hub-env.ts';
import { readBody } from '../../http/read-body.ts';
import { downloadHeaders } from '../../http/static/download-headers.ts';
import type { Phone } from '../answer-page.ts';
import { formText } from './form-text.ts';
import { type ProgressKey, progressAskPage, progressPage } from './progress-page.ts';
import { logWithoutWords, sendForm, submissionIdOf } from './send-form-page.ts';
import { type TakenForm, takeForm } from './take-form.ts';

/** Everything of a progress form but a completion's files fits in this. */
const maxFieldsBytes = 16 * 1024;

export function mountProgress(app: Hono<HubEnv>, phone: Phone, style: string): void {
  const nothing = { code: '', lastFour: '' };
  app.get('/m/progress', (c) => ask(c, phone, { key: nothing, problem: null, trouble: null, style }, 200));
  app.post('/m/progress', (c) => act(c, phone, style));
}

function ask(
  c: Context<HubEnv>,
  phone: Phone,
  view: Parameters<typeof progressAskPage>[0],
  status: number,
): Promise<Response> {
  return sendForm(c, phone, async (_release, context) => ({ status, html: progressAskPage(view, context) }));
}

async function act(c: Context<HubEnv>, phone: Phone, style: string): Promise<Response> {
  let key: ProgressKey = { code: '', lastFour: '' };
  try {
    phone.runtime.limits.caseLookUp.take(c.get('address'));
    const taken = await readFields(c, phone);
    key = keyOf(taken);
    const problem = problemOf(key, c);
    if (problem !== null) return await ask(c, phone, { key, problem, trouble: null, style }, 422);
    // The guard against guessing stands before everything a code opens.
    return await phone.runtime.limits.caseCodes.open(c.get('address'), key, () =>
      perform(c, phone, { key, taken, style }),
    );
  } catch (thrown) {
    return await refused(c, phone, { key, style }, toAppError(thrown));
  }
}

async function readFields(c: Context<HubEnv>, phone: Phone): Promise<TakenForm> {
  const type = c.req.header('content-type') ?? '';
  if (type.startsWith('multipart/form-data')) return takeForm(c.req.raw, phone.runtime, c.get('address'));
  const body = new TextDecoder().decode(await readBody(c.req.raw, maxFieldsBytes));
  return { fields: Object.fromEntries(new URLSearchParams(body)), arrived: [], fileRefusal: null };
}

function keyOf({ fields }: TakenForm): ProgressKey {
  const code = (fields.code ?? '').trim().slice(0, 40);
  const lastFour = (fields.lastFour ?? '').normalize('NFKC').replace(/\s/g, '').slice(0, 8);
  return { code, lastFour };
}

/** What can be seen to be wrong without asking; it says nothing of what exists. */
function problemOf({ code, lastFour }: ProgressKey, c: Context<HubEnv>) {
  const { progress } = formText(c.get('language'));
  if (parseReceiptCode(code) === null) return { field: 'code', words: progress.codeShort } as const;
  if (!/^(?:\d{4})?$/.test(lastFour)) return { field: 'lastFour', words: progress.digitsWrong } as const;
  return null;
}

interface Asked {
  readonly key: ProgressKey;
  readonly taken: TakenForm;
  readonly style: string;
}

async function perform(c: Context<HubEnv>, phone: Phone, asked: Asked): Promise<Response> {
  const { caseIntake } = phone.runtime.services;
  const { code, lastFour } = asked.key;
  const { progress: words } = formText(c.get('language'));
  switch (asked.taken.fields.act) {
    case 'file':
      return await sendReplyFile(asked, phone);
    case 'complete':
      return await complete(c, phone, asked);
    case 'rate':
      return await rate(c, phone, asked);
    case 'withdraw': {
      if (asked.taken.fields.sure !== '1')
        return await show(c, phone, asked, await caseIntake.progress(code, lastFour, c.get('language')), {
          trouble: words.withdraw.missing,
        });
      const done = words.withdraw.done;
      return await show(c, phone, asked, await caseIntake.withdraw(code, lastFour, c.get('language')), {
        done,
      });
    }
    // The page's own script has sent the completion and asks what the matter is now.
    case 'completed':
      return await show(c, phone, asked, await caseIntake.progress(code, lastFour, c.get('language')), {
        done: words.completion.done,
      });
    default:
      return await show(c, phone, asked, await caseIntake.progress(code, lastFour, c.get('language')), {});
  }
}

async function complete(c: Context<HubEnv>, phone: Phone, asked: Asked): Promise<Response> {
  const { caseIntake, randomBytes } = phone.runtime.services;
  phone.runtime.limits.caseSubmit.take(c.get('address'));
  const { fields, arrived, fileRefusal } = asked.taken;
  const { forms, progress: words } = formText(c.get('language'));
  const content = (fields.content ?? '').trim().slice(0, 5000);
  const { code, lastFour } = asked.key;
  if ([...content].length < 2 || fileRefusal !== null) {
    const trouble = fileRefusal === null ? forms.problems.missing : wordsOf(fileRefusal, c);
    const matter = await caseIntake.progress(code, lastFour, c.get('language'));
    return show(c, phone, asked, matter, { trouble, completion: content });
  }
  const given = submissionIdSchema.safeParse(fields.submissionId);
  const submissionId = given.success ? given.data : submissionIdOf(randomBytes);
  const files = arrived.map(({ uploadId }) => uploadId);
  const matter = await caseIntake.complete(
    { code, lastFour, submissionId, content, files },
    c.get('language'),
  );
  return show(c, phone, asked, matter, { done: words.completion.done });
}

async function rate(c: Context<HubEnv>, phone: Phone, asked: Asked): Promise<Response> {
  const { caseIntake } = phone.runtime.services;
  const { fields } = asked.taken;
  const { code, lastFour } = asked.key;
  const words = formText(c.get('language')).progress.rate;
  const score = Number(fields.score);
  const isScore = Number.isInteger(score) && score >= 1 && score <= 5;
  if (isScore) await caseIntake.rate(code, lastFour, score, (fields.words ?? '').trim().slice(0, 500));
  const matter = await caseIntake.progress(code, lastFour, c.get('language'));
  return show(c, phone, asked, matter, isScore ? { done: words.done } : { trouble: words.missing });
}

async function sendReplyFile({ key, taken }: Asked, phone: Phone): Promise<Response> {
  const fileId = (taken.fields.file ?? '').slice(0, 60);
  const { name, bytes } = await phone.runtime.services.caseIntake.replyFile(key.code, key.lastFour, fileId);
  const headers = { ...downloadHeaders(name), 'cache-control': 'no-store' };
  return new Response(new Uint8Array(bytes), { headers });
}

interface Said {
  readonly done?: string;
  readonly trouble?: string;
  readonly completion?: string;
}

function show(
  c: Context<HubEnv>,
  phone: Phone,
  { key, style }: Asked,
  progress: CaseProgress,
  { done = null, trouble = null, completion = '' }: Partial<Record<keyof Said, string | null>>,
): Promise<Response> {
  const submissionId = submissionIdOf(phone.runtime.services.randomBytes);
  const view = { progress, key, done, trouble, submissionId, completion: completion ?? '', style };
  return sendForm(c, phone, async (_release, context) => ({
    status: trouble === null ? 200 : 422,
    html: progressPage(view, context),
  }));
}

const wordsOf = (error: AppError, c: Context<HubEnv>) =>
  describeError(error.code, error.details, c.get('language'));

/** A wrong code, wrong digits, too many tries: the question stays as it was typed. */
function refused(
  c: Context<HubEnv>,
  phone: Phone,
  { key, style }: { readonly key: ProgressKey; readonly style: string },
  error: AppError,
): Promise<Response> {
  const status = statusOf(error.code);
  const { progress } = formText(c.get('language'));
  if (status >= 500) logWithoutWords(phone, 'a progress could not be shown', error);
  const trouble = status >= 500 ? progress.failed : wordsOf(error, c);
  return ask(c, phone, { key, problem: null, trouble, style }, status);
}
