// The words the forms' script says, handed to it in the page, so that it holds none of its own.
import type { ScriptWords } from '#shared/cases/forms/script-words.ts';
import type { PageContext } from '../page-context.ts';
import type { FormText } from './form-text.ts';

/** As JSON, for an attribute. What has holes carries them as `{count}`, `{name}` and so on. */
export function scriptWords(words: FormText, form: ScriptWords['form'], context: PageContext): string {
  const { forms, kinds, progress } = words;
  const { sendState, files, draft } = forms;
  const { receipt } = kinds;
  const spoken: ScriptWords = {
    language: context.language,
    venue: context.manifest?.venue.name ?? '',
    origin: context.manifest?.publicUrl ?? '',
    form,
    labels: forms.labels,
    problems: forms.problems,
    summary: forms.summary(2).replace('2', '{count}'),
    summaryOne: forms.summary(1),
    trouble: forms.trouble,
    troubleHelp: forms.troubleHelp,
    kinds: kinds.kinds,
    agency: {
      unknown: forms.agencyUnknown,
      find: forms.agencyFind,
      none: forms.agencyNone,
      chosen: forms.agencyChosen('{name}'),
      change: forms.agencyChange,
    },
    files: {
      take: files.take,
      choose: files.choose,
      remove: files.remove('{name}'),
      removeShort: files.removeShort,
      shrinking: files.shrinking,
      unreadable: files.unreadable,
    },
    send: { ...sendState, progress: sendState.progress('{percent}') },
    draft: { restored: draft.restored('{day}'), cleared: draft.cleared },
    receipt: {
      copied: receipt.copied,
      copyText: receipt.copyText('{number}', '{code}', '{address}'),
      leadPhone: receipt.leadPhone,
      leadNoPhone: receipt.leadNoPhone,
      formal: receipt.nextLines.formal,
      voice: receipt.nextLines.voice,
      forgotten: receipt.forgotten,
      code: receipt.code,
      number: receipt.number,
      receivedOn: receipt.receivedOn,
      imageHint: receipt.imageHint,
      qrHint: receipt.qrHint,
      lead: receipt.lead,
      title: receipt.title,
    },
    own: {
      show: progress.ownShow,
      showOf: progress.ownShowOf('{number}'),
      forget: progress.ownForget,
      forgetOf: progress.ownForgetOf('{number}'),
      forgotten: progress.ownForgotten,
    },
    completionDone: progress.completion.done,
  };
  return JSON.stringify(spoken);
}
