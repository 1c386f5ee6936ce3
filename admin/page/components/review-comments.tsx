// Comments at their place: what is said about which field or which words, open ones first, and a way to add one.
import { CircleCheck, LocateFixed, MessageSquarePlus, X } from 'lucide';
import { useId, useState } from 'preact/hooks';
import type { ReviewComment } from '#shared/protocol/workflow-api.ts';
import { formatTime, t } from '../i18n/index.ts';
import { contentLabel } from '../state/content-words.ts';
import { type ContentField, contentFields } from '../state/merge-drafts.ts';
import type { NewComment } from '../state/review-calls.ts';
import { useSelectedWords } from '../state/selected-words.ts';
import { showPlace } from '../state/show-place.ts';
import { Icon } from './icon.tsx';

const bodyName = 'body';
const fieldsBesideBody = contentFields.filter((field) => field !== 'bodyHtml');

/** What a place is called. A place this page does not know keeps its own name. */
export function placeWords(place: string): string {
  if (place === bodyName) return t('editor.body');
  return contentFields.includes(place as ContentField) ? contentLabel(place as ContentField) : place;
}

function Comment({
  comment,
  onResolve,
}: {
  readonly comment: ReviewComment;
  readonly onResolve: ((id: string) => void) | null;
}) {
  const { id, place, quote, text, who, at, resolvedAt, resolvedBy, version } = comment;
  return (
    <li class={`comment${resolvedAt === null ? '' : ' comment-resolved'}`}>
      <p class="comment-place">
        <button type="button" class="button button-quiet button-small" onClick={() => showPlace(comment)}>
          <Icon node={LocateFixed} /> {placeWords(place)}
        </button>
        <span class="secondary numeric">
          {t('editor.version', { version })} · {who} · {formatTime(at)}
        </span>
      </p>
      {quote !== '' && <blockquote class="comment-quote">{quote}</blockquote>}
      <p class="comment-text">{text}</p>
      {resolvedAt !== null && (
        <p class="secondary">
          {t('comment.resolvedBy', { name: resolvedBy ?? '', at: formatTime(resolvedAt) })}
        </p>
      )}
      {resolvedAt === null && onResolve && (
        <button type="button" class="button button-small comment-resolve" onClick={() => onResolve(id)}>
          <Icon node={CircleCheck} /> {t('comment.resolve')}
        </button>
      )}
    </li>
  );
}

interface CommentFormProps {
  readonly version: number;
  readonly isBusy: boolean;
  readonly onAdd: (comment: NewComment) => Promise<boolean>;
}

function CommentForm({ version, isBusy, onAdd }: CommentFormProps) {
  const id = useId();
  const [quote, forgetQuote] = useSelectedWords();
  const [chosen, setPlace] = useState<string>(bodyName);
  const [text, setText] = useState('');
  const place = quote === '' ? chosen : bodyName;
  const add = async () => {
    if (!(await onAdd({ version, place, quote, text: text.trim() }))) return;
    setText('');
    forgetQuote();
  };
  return (
    <div class="comment-form">
      {quote === '' ? (
        <p class="comment-about secondary">{t('comment.selectHint')}</p>
      ) : (
        <div class="row comment-about comment-chosen">
          <blockquote class="comment-quote">{quote}</blockquote>
          <button
            type="button"
            class="button button-quiet button-small"
            aria-label={t('comment.forgetQuote')}
            onClick={forgetQuote}
          >
            <Icon node={X} />
          </button>
        </div>
      )}
      <div class="field">
        <label for={`${id}-place`}>{t('comment.place')}</label>
        <select
          id={`${id}-place`}
          class="input"
          value={place}
          disabled={quote !== ''}
          onChange={(event) => setPlace(event.currentTarget.value)}
        >
          {[bodyName, ...fieldsBesideBody].map((one) => (
            <option key={one} value={one}>
              {placeWords(one)}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for={`${id}-text`}>{t('comment.text')}</label>
        <textarea
          id={`${id}-text`}
          class="input"
          rows={2}
          maxLength={2000}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <button
        type="button"
        class="button comment-add"
        disabled={isBusy || text.trim() === ''}
        onClick={() => void add()}
      >
        <Icon node={MessageSquarePlus} /> {t('comment.add')}
      </button>
    </div>
  );
}

interface ReviewCommentsProps extends CommentFormProps {
  readonly comments: readonly ReviewComment[];
  readonly mayComment: boolean;
  readonly onResolve: (id: string) => void;
}

export function ReviewComments({ comments, mayComment, onResolve, ...form }: ReviewCommentsProps) {
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null);
  const resolved = comments.filter(({ resolvedAt }) => resolvedAt !== null);
  const list = (some: readonly ReviewComment[]) => (
    <ul class="comments">
      {some.map((comment) => (
        <Comment key={comment.id} comment={comment} onResolve={mayComment ? onResolve : null} />
      ))}
    </ul>
  );
  return (
    <div class="stack">
      {comments.length === 0 && <p class="secondary">{t('comment.none')}</p>}
      {list(open)}
      {resolved.length > 0 && (
        <details>
          <summary>{t('comment.resolved', { count: resolved.length })}</summary>
          {list(resolved)}
        </details>
      )}
      {mayComment && <CommentForm {...form} />}
    </div>
  );
}
