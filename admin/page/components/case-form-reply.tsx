// The form of a reply to an application: its kind by the articles, the ground, the words, what goes with it.
import { Paperclip, X } from 'lucide';
import { useId, useState } from 'preact/hooks';
import { type ReplyKind, replyKinds } from '#shared/cases/replies.ts';
import { groundFacts, withholdingGrounds } from '#shared/catalogue/withholding-grounds.ts';
import { t } from '../i18n/case-words.ts';
import { deskLanguage } from '../i18n/index.ts';
import type { ActOf } from '../state/case-act-drafts.ts';
import { sendCaseFile } from '../state/case-detail.ts';
import { replyOptions, replyTemplate } from '../state/case-replies.ts';
import { today } from '../state/day.ts';
import { may } from '../state/session.ts';
import { ActDay, type ActFormProps, ActWords } from './case-form-parts.tsx';
import { CaseRecordPicker } from './case-record-picker.tsx';
import { SelectField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem.tsx';

type ReplyWords = Omit<ActOf<'draft-reply'>, 'act'>;

interface ReplyProps extends Pick<ActFormProps<ActOf<'reply'>>, 'detail' | 'refresh'> {
  readonly draft: ReplyWords;
  readonly set: (change: Partial<ReplyWords>) => void;
  /** To be looked at by the head of the office, who gives the kinds that are not the handler's. */
  readonly isDraft: boolean;
}

function KindField({ draft, set, detail, isDraft }: ReplyProps) {
  const id = useId();
  const groups = replyOptions(detail, today(), isDraft);
  const isDecided = groups.some(([, some]) => some.some(({ isMine }) => !isMine));
  return (
    <div class="field field-wide">
      <label for={id}>{t('act.reply.kind')}</label>
      <select
        id={id}
        class="input"
        value={draft.kind}
        aria-describedby={`${id}-help`}
        onChange={(event) => {
          const kind = replyKinds.find((one) => one === event.currentTarget.value);
          if (kind !== undefined) set({ kind, ground: kind === 'refused' ? draft.ground : null });
        }}
      >
        {groups.map(([group, options]) => (
          <optgroup key={group} label={t(`act.reply.group.${group}`)}>
            {options.map(({ kind, isMine }) => (
              <option key={kind} value={kind} disabled={!isMine}>
                {t(`case.replyKind.${kind}`)}
                {isMine ? '' : ` · ${t('act.reply.byHead')}`}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <p class="notice case-kind-help" id={`${id}-help`}>
        {t(`reply.help.${draft.kind}`)}
      </p>
      {isDecided && <p class="hint">{t('act.reply.decides')}</p>}
    </div>
  );
}

const factsOf = (ground: (typeof withholdingGrounds)[number]) =>
  groundFacts[ground][deskLanguage.value === 'en' ? 'en' : 'zh'];

function GroundField({ draft, set }: Pick<ReplyProps, 'draft' | 'set'>) {
  return (
    <div class="field-wide">
      <SelectField
        label={t('act.reply.ground')}
        value={draft.ground ?? ''}
        isRequired
        none=" "
        options={withholdingGrounds.map((ground) => {
          const article = t('withheld.article', { article: groundFacts[ground].article });
          return [ground, `${factsOf(ground).name}（${article}）`] as const;
        })}
        onChange={(chosen) => set({ ground: withholdingGrounds.find((one) => one === chosen) ?? null })}
      />
      {draft.ground !== null && <p class="secondary case-gist">{factsOf(draft.ground).gist}</p>}
    </div>
  );
}

/** The words, and a template to begin from; what was written is not replaced unasked. */
function TextWithTemplate({ draft, set, detail }: ReplyProps) {
  const [isAsking, setAsking] = useState(false);
  const template = (kind: ReplyKind) => {
    setAsking(false);
    set({ text: replyTemplate(kind, detail) });
  };
  return (
    <div class="field-wide stack case-reply-text">
      <ActWords
        label={t('act.reply.text')}
        value={draft.text}
        longest={10_000}
        rows={9}
        isNeeded
        onChange={(text) => set({ text })}
      />
      {isAsking ? (
        <div class="row notice notice-warn" role="alert">
          <span>{t('act.reply.templateAsk')}</span>
          <button type="button" class="button button-small" onClick={() => template(draft.kind)}>
            {t('act.reply.template')}
          </button>
          <button type="button" class="button button-small" onClick={() => setAsking(false)}>
            {t('app.cancel')}
          </button>
        </div>
      ) : (
        <button
          type="button"
          class="button button-small case-template"
          onClick={() => (draft.text.trim() === '' ? template(draft.kind) : setAsking(true))}
        >
          {t('act.reply.template')}
        </button>
      )}
    </div>
  );
}

function FilesField({ draft, set, detail, refresh }: ReplyProps) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const nameOf = (id: string) => detail.files.find((file) => file.id === id)?.name ?? id;
  const add = async (files: readonly File[]) => {
    setBusy(true);
    setError(null);
    const added: string[] = [];
    try {
      for (const file of files) added.push(await sendCaseFile(detail.id, file));
    } catch (failure) {
      setError(failure);
    }
    // Names and the revision the reply is sent on come with the case.
    await refresh().catch(setError);
    set({ files: [...draft.files, ...added] });
    setBusy(false);
  };
  return (
    <div class="field field-wide">
      <span class="label">{t('act.reply.files')}</span>
      <ul>
        {draft.files.map((id) => (
          <li key={id} class="row">
            {nameOf(id)}
            <button
              type="button"
              class="button button-quiet button-small"
              aria-label={t('act.reply.remove', { name: nameOf(id) })}
              onClick={() => set({ files: draft.files.filter((one) => one !== id) })}
            >
              <Icon node={X} />
            </button>
          </li>
        ))}
      </ul>
      {error !== null && <ProblemNotice error={error} />}
      <label class="button pick-files case-add-file" aria-disabled={isBusy}>
        <Icon node={Paperclip} /> {t(isBusy ? 'act.reply.uploading' : 'act.reply.addFile')}
        <input
          type="file"
          class="visually-hidden"
          multiple
          disabled={isBusy}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            if (files.length > 0) void add(files);
          }}
        />
      </label>
    </div>
  );
}

function ReplyFields(props: ReplyProps) {
  const { draft, set } = props;
  return (
    <>
      <KindField {...props} />
      {draft.kind === 'refused' && <GroundField draft={draft} set={set} />}
      <TextWithTemplate {...props} />
      {draft.kind === 'partial' && (
        <ActWords
          label={t('act.reply.leftOut')}
          value={draft.leftOut}
          longest={2000}
          rows={4}
          isNeeded
          onChange={(leftOut) => set({ leftOut })}
        />
      )}
      <CaseRecordPicker ids={draft.recordIds} onChange={(recordIds) => set({ recordIds })} />
      {may('cases.handle') && <FilesField {...props} />}
    </>
  );
}

export function ReplyForm(props: ActFormProps<ActOf<'reply'>>) {
  const { draft, set } = props;
  return (
    <>
      <ReplyFields {...props} isDraft={false} />
      <ActDay value={draft.on} max={today()} onChange={(on) => set({ on })} />
    </>
  );
}

/** The same without a day: a draft is not given yet. What the head said to the one before stands above it. */
export function DraftReplyForm(props: ActFormProps<ActOf<'draft-reply'>>) {
  const { draft } = props.detail;
  return (
    <>
      {draft !== null && draft.opinion !== '' && (
        <p class="notice field-wide">{t('case.draft.opinion', { words: draft.opinion })}</p>
      )}
      <ReplyFields {...props} isDraft />
    </>
  );
}
