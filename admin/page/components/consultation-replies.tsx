// What people answered, point by point, and the sorting of each: taken up, in part, or not and why.
import { Eye } from 'lucide';
import { useState } from 'preact/hooks';
import { type Verdict, verdicts } from '#shared/consultations/consultation.ts';
import {
  type ConsultationDetail,
  consultationDetailSchema,
  type Reply,
} from '#shared/protocol/consultations-api.ts';
import { request } from '../api/client.ts';
import { ct } from '../i18n/consultation-words.ts';
import { formatCount, t } from '../i18n/index.ts';
import { useReplies } from '../state/consultations.ts';
import { useSaving } from '../state/saving.ts';
import { Choice } from './choice.tsx';
import { SelectField, TextField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem.tsx';

interface PartProps {
  readonly detail: ConsultationDetail;
  readonly onChanged: (detail: ConsultationDetail) => void;
}

const looks: Readonly<Record<Verdict, string>> = {
  taken: 'tag-good',
  partly: 'tag-good',
  'not-taken': 'tag-warn',
};

export const pointLabel = (points: readonly string[], point: number | null) =>
  point === null ? ct('whole') : (points[point] ?? ct('whole'));

interface SortProps extends PartProps {
  readonly reply: Reply;
  readonly onSorted: (reply: Reply) => void;
  readonly onClose: () => void;
}

function SortForm({ detail, reply, onChanged, onSorted, onClose }: SortProps) {
  const { points } = detail.plan;
  const saving = useSaving();
  const [verdict, setVerdict] = useState<Verdict>(reply.verdict ?? 'taken');
  const [point, setPoint] = useState(reply.point === null ? '' : String(reply.point));
  const [gist, setGist] = useState(reply.gist);
  const [reason, setReason] = useState(reply.reason);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { verdict, point: point === '' ? null : Number(point), gist, reason };
    const path = `/consultations/${detail.row.id}/replies/${reply.caseId}`;
    const isSaved = await saving.save(async () =>
      onChanged(await request('PUT', path, consultationDetailSchema, { body })),
    );
    if (isSaved) onSorted({ ...reply, ...body });
  };
  return (
    <form class="stack consult-sort" onSubmit={submit}>
      <fieldset class="segments" aria-label={ct('verdict')}>
        {verdicts.map((one) => (
          <button
            key={one}
            type="button"
            class="segment"
            aria-pressed={one === verdict}
            onClick={() => setVerdict(one)}
          >
            {ct(one)}
          </button>
        ))}
      </fieldset>
      <div class="form-grid">
        {points.length > 0 && (
          <SelectField
            label={ct('point')}
            value={point}
            none={ct('whole')}
            options={points.map((words, at) => [String(at), words] as const)}
            onChange={setPoint}
          />
        )}
        <TextField
          label={ct('gist')}
          hint={ct('gistHint')}
          value={gist}
          isLong
          isRequired
          rows={2}
          maxLength={500}
          onChange={(text) => setGist(text ?? '')}
        />
        <TextField
          label={ct('publicReason')}
          hint={ct('publicReasonHint')}
          value={reason}
          isLong
          isRequired={verdict !== 'taken'}
          rows={2}
          maxLength={1000}
          onChange={(text) => setReason(text ?? '')}
        />
      </div>
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      <div class="row">
        <button type="submit" class="button button-primary" disabled={saving.isBusy}>
          {ct('sortSave')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('app.cancel')}
        </button>
      </div>
    </form>
  );
}

/** What was sorted stays where it stands, so that nobody loses their place in the list. */
function ReplyItem({ detail, reply: loaded, onChanged }: PartProps & { readonly reply: Reply }) {
  const [sorted, setSorted] = useState<Reply | null>(null);
  const reply = sorted === null ? loaded : { ...loaded, ...sortingOf(sorted) };
  const [isSorting, setSorting] = useState(false);
  const who = reply.name === '' ? ct('anonymous') : reply.name;
  return (
    <li class="consult-reply">
      <p class="row consult-reply-head">
        <span class="numeric">{reply.number}</span>
        <span class="secondary">
          {[who, reply.phone, reply.receivedOn].filter((word) => word !== '').join(' · ')}
        </span>
        <span class="tag">{pointLabel(detail.plan.points, reply.point)}</span>
        {reply.isWithdrawn && <span class="tag">{ct('withdrawn')}</span>}
        {reply.verdict === null ? (
          !reply.isWithdrawn && <span class="tag tag-warn">{ct('unsorted')}</span>
        ) : (
          <span class={`tag ${looks[reply.verdict]}`}>{ct(reply.verdict)}</span>
        )}
      </p>
      <p class="consult-words">{reply.isErased ? ct('erased') : reply.content}</p>
      {reply.fileCount > 0 && <p class="secondary">{ct('files', { count: reply.fileCount })}</p>}
      {reply.verdict !== null && !isSorting && (
        <p class="consult-sorted">
          {reply.gist}
          {reply.reason !== '' && <span class="secondary"> — {reply.reason}</span>}
        </p>
      )}
      {isSorting ? (
        <SortForm
          detail={detail}
          reply={reply}
          onChanged={onChanged}
          onSorted={(next) => {
            setSorted(next);
            setSorting(false);
          }}
          onClose={() => setSorting(false)}
        />
      ) : (
        <p class="row">
          {detail.mayDo.includes('sort') && !reply.isWithdrawn && (
            <button type="button" class="button button-small" onClick={() => setSorting(true)}>
              {ct(reply.verdict === null ? 'sort' : 'change')}
            </button>
          )}
          <a class="button button-small" href={`/admin/cases/${reply.caseId}`}>
            {ct('toCase')}
          </a>
        </p>
      )}
    </li>
  );
}

const sortingOf = ({ verdict, point, gist, reason }: Reply) => ({ verdict, point, gist, reason });

export function ReplyList({ detail, onChanged }: PartProps) {
  const [filter, setFilter] = useState({ point: '', verdict: '', isOpen: false });
  const list = useReplies(detail.row.id, filter);
  const { points } = detail.plan;
  const { total } = list;
  const pointOptions = [
    ...points.map((words, at) => [String(at), words] as const),
    ['whole', ct('whole')] as const,
  ];
  return (
    <section class="card stack" aria-labelledby="consult-replies">
      <div class="row card-head">
        <h2 id="consult-replies">
          {ct('replies')} <span class="numeric secondary">{formatCount(total)}</span>
        </h2>
        {detail.mayDo.includes('names') && !filter.isOpen && total > 0 && (
          <button
            type="button"
            class="button button-small"
            onClick={() => setFilter({ ...filter, isOpen: true })}
          >
            <Icon node={Eye} /> {ct('names')}
          </button>
        )}
      </div>
      <div class="row transfer-filters">
        {points.length > 0 && (
          <Choice
            label={ct('point')}
            value={filter.point}
            options={pointOptions}
            onChange={(point) => setFilter({ ...filter, point })}
          />
        )}
        <Choice
          label={ct('verdict')}
          value={filter.verdict}
          options={[...verdicts, 'unsorted' as const].map((one) => [one, ct(one)] as const)}
          onChange={(verdict) => setFilter({ ...filter, verdict })}
        />
      </div>
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {list.items === null && list.isLoading && <Loading />}
      {list.items?.length === 0 && <p class="secondary">{ct('repliesNone')}</p>}
      <ul class="consult-list">
        {(list.items ?? []).map((reply) => (
          <ReplyItem key={reply.caseId} detail={detail} reply={reply} onChanged={onChanged} />
        ))}
      </ul>
      {list.hasMore && (
        <button type="button" class="button" disabled={list.isLoading} onClick={list.loadMore}>
          {ct('more')}
        </button>
      )}
    </section>
  );
}
