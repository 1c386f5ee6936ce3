// A form on the phone: kept while it is filled in, checked in place, and handed to the outbox when it is submitted.

import { checkForm, type FormProblem, type ProblemPlace } from '#shared/cases/forms/check-form.ts';
import {
  type CaseForm,
  caseForms,
  type FormValues,
  fieldLengths,
  readFormValues,
} from '#shared/cases/forms/form-fields.ts';
import { makeSubmission } from '#shared/cases/forms/make-submission.ts';
import { placeOfRefusal } from '#shared/cases/forms/refusal-places.ts';
import type { ScriptWords } from '#shared/cases/forms/script-words.ts';
import { fillWords } from '#shared/words/fill-words.ts';
import { enhanceAgency } from './agency-field.ts';
import { enhanceFiles } from './file-field.ts';
import { readValues, writeValues } from './form-values.ts';
import type { Kept } from './kept.ts';
import type { OutboxItem, Refused } from './outbox.ts';
import { button, byId, dayWords, make, newId } from './page-words.ts';
import { clearProblems, markField, type Problem, showProblems, showTrouble } from './problems.ts';

/** After the last key, so that a draft costs no typing. */
const draftPauseMs = 500;
const completion = 'completion';

export interface CaseFormView {
  readonly name: string;
  /** Steps aside while something is sent, and comes back. */
  setBusy(isBusy: boolean): void;
  /** Puts the draft into the form; what came back refused is told at its field. */
  restore(): Promise<void>;
  showRefusal(refusal: Refused): void;
}

interface Parts {
  readonly form: HTMLFormElement;
  readonly words: ScriptWords;
  readonly kept: Kept;
  readonly onSubmit: (item: OutboxItem) => Promise<void>;
}

export function enhanceForm({ form, words, kept, onSubmit }: Parts): CaseFormView {
  const kind = caseForms.find((known) => known === form.dataset.form) ?? null;
  const name = draftName(form);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isSent = false;
  const valuesNow = () => readFormValues(plainLines(readValues(form)));
  const hasWords = () => isFilled(form, files?.files().length ?? 0);

  const save = async () => {
    clearTimeout(timer);
    if (isSent || kind === null || !hasWords()) return;
    const draft = { form: name, values: readValues(form), files: files?.files() ?? [], savedAt: Date.now() };
    await kept.saveDraft(draft).catch(() => undefined);
    showKept(true);
  };
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), draftPauseMs);
  };
  // A photo is kept at once: taking it again is more trouble than a few words.
  const files = enhanceFiles(words, () => void save());
  const showAgency = enhanceAgency(words, changed);
  const showKept = (isKept: boolean) => {
    for (const id of ['kept-note', 'clear-line']) {
      const line = byId(id);
      if (line !== null) line.hidden = !isKept || !kept.isLasting;
    }
  };

  const submit = async () => {
    await files?.settled();
    const values = valuesNow();
    const problems = kind === null ? completionProblems(values) : checkForm(kind, values);
    if (problems.length > 0) {
      showProblems(
        problems.map((one) => inWords(one, words)),
        words,
      );
      return;
    }
    clearProblems();
    clearTimeout(timer);
    isSent = true;
    await onSubmit(itemOf({ name, kind, form, values, files: files?.files() ?? [] }));
  };

  const clear = async () => {
    clearTimeout(timer);
    await kept.dropDraft(name);
    form.reset();
    files?.set([]);
    showAgency?.();
    clearProblems();
    showKept(false);
    tellDraft(words.draft.cleared);
    byId('draft')?.scrollIntoView({ block: 'center' });
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('focusout', (event) => checkLeft(event.target, kind, valuesNow(), words));
  byId('clear')?.addEventListener('click', () => void clear());
  addEventListener('pagehide', () => void save());

  return {
    name,
    setBusy(isBusy) {
      form.hidden = isBusy;
      if (!isBusy) isSent = false;
    },
    async restore() {
      if (kind === null) return;
      const draft = await kept.draft(name, Date.now());
      if (draft === null) return;
      writeValues(form, draft.values);
      files?.set(draft.files);
      showAgency?.();
      const day = dayWords(new Date(draft.savedAt).toISOString(), words);
      const anew = button(byId('clear')?.textContent ?? '', 'quiet', () => void clear());
      tellDraft(fillWords(words.draft.restored, { day }), [make('br'), anew]);
      showKept(true);
    },
    showRefusal({ code, words: why, reason }) {
      const field = placeOfRefusal(code) ?? fieldNamed(reason);
      if (field === null) showTrouble(why, words);
      else showProblems([{ field, words: why }], words);
    },
  };
}

/** What is written about one record is no draft of what is to be written about another. */
function draftName(form: HTMLFormElement): string {
  const { recordCode } = readValues(form);
  return `${form.dataset.form ?? ''}${recordCode === undefined ? '' : `:${recordCode}`}`;
}

/** With a way to begin anew where something was put back. */
function tellDraft(text: string, more: readonly Node[] = []): void {
  const told = byId('draft');
  if (told === null) return;
  told.replaceChildren(text, ...more);
  told.hidden = false;
}

/** Line ends as the phone writes them, whatever the browser makes of them. */
function plainLines(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, text.replace(/\r\n?/g, '\n')]),
  );
}

/** Whether somebody has written or chosen anything that would be missed. */
function isFilled(form: HTMLFormElement, files: number): boolean {
  if (files > 0) return true;
  return Array.from(form.elements).some(
    (element) =>
      (element instanceof HTMLTextAreaElement ||
        (element instanceof HTMLInputElement && ['text', 'tel', 'email'].includes(element.type))) &&
      element.name !== '' &&
      element.value !== element.defaultValue,
  );
}

/** A field somebody leaves with something wrong in it is told at once; an empty one waits until the form is submitted. */
function checkLeft(
  target: EventTarget | null,
  kind: CaseForm | null,
  values: FormValues,
  words: ScriptWords,
): void {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  if (kind === null || !isField || !(target.name in fieldLengths)) return;
  const problem = checkForm(kind, values).find(({ field }) => field === target.name);
  if (problem === undefined) markField(target.name, null);
  else if (target.value.trim() !== '') markField(target.name, words.problems[problem.why]);
}

const inWords = ({ field, why }: FormProblem, words: ScriptWords): Problem => ({
  field,
  words: words.problems[why],
});

function completionProblems({ content = '' }: FormValues): readonly FormProblem[] {
  if (content === '') return [{ field: 'content', why: 'missing' }];
  if (content.length > fieldLengths.content) return [{ field: 'content', why: 'too-long' }];
  return Array.from(content).length < 2 ? [{ field: 'content', why: 'too-short' }] : [];
}

/** The last part of a path the hub names, where it is a field of ours. */
function fieldNamed(reason: string): ProblemPlace | null {
  const last = reason.split('.').pop() ?? '';
  return last in fieldLengths ? (last as ProblemPlace) : null;
}

interface Filled {
  readonly name: string;
  readonly kind: CaseForm | null;
  readonly form: HTMLFormElement;
  readonly values: FormValues;
  readonly files: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: Uint8Array;
  }[];
}

function itemOf({ name, kind, form, values, files }: Filled): OutboxItem {
  const raw = readValues(form);
  const id = values.submissionId ?? newId();
  const { code = '', lastFour = '' } = raw;
  const body =
    kind === null
      ? { code, lastFour, submissionId: id, content: values.content ?? '' }
      : { ...makeSubmission(kind, { ...values, submissionId: id }, []) };
  return {
    id,
    target: kind === null ? completion : 'case',
    form: name,
    body,
    files: files.map((file) => ({ ...file, uploadId: newId() })),
    values: raw,
    madeAt: Date.now(),
    wasTried: false,
  };
}
