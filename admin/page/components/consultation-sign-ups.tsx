// Who signed up for a hearing, in order; the list for the door; choosing who takes part.
import { Download, Eye, Printer } from 'lucide';
import { useState } from 'preact/hooks';
import {
  type ConsultationDetail,
  consultationDetailSchema,
  type Reply,
} from '#shared/protocol/consultations-api.ts';
import { request } from '../api/client.ts';
import { ct } from '../i18n/consultation-words.ts';
import { formatCount } from '../i18n/index.ts';
import { useReplies } from '../state/consultations.ts';
import { useSaving } from '../state/saving.ts';
import { type Confirm, useConfirm } from './confirm.tsx';
import { Icon } from './icon.tsx';
import { Loading } from './loading.tsx';
import { ProblemNotice } from './problem.tsx';
import { ScrollArea } from './scroll-area.tsx';

interface PartProps {
  readonly detail: ConsultationDetail;
  readonly onChanged: (detail: ConsultationDetail) => void;
}

function seatWords({ seat, isWithdrawn }: Reply, seats: number): string {
  if (isWithdrawn) return ct('withdrawn');
  if (seat?.isChosen) return ct('seat.chosen');
  return seat?.isWaiting ? ct('seat.waiting', { place: (seat.place ?? 0) - seats }) : ct('seat.seated');
}

interface RowProps {
  readonly reply: Reply;
  readonly seats: number;
  /** Null where nothing can be chosen. */
  readonly isTicked: boolean | null;
  readonly onTick: () => void;
}

function Row({ reply, seats, isTicked, onTick }: RowProps) {
  return (
    <tr>
      <td class="numeric">
        {isTicked !== null && !reply.isWithdrawn ? (
          <label class="row">
            <input type="checkbox" class="check" checked={isTicked} onChange={onTick} /> {reply.seat?.place}
          </label>
        ) : (
          (reply.seat?.place ?? '—')
        )}
      </td>
      <td>
        <a href={`/admin/cases/${reply.caseId}`} class="numeric">
          {reply.number}
        </a>
      </td>
      <td>{reply.isErased ? ct('erased') : reply.name}</td>
      <td class="numeric">{reply.phone}</td>
      <td class="grow consult-words">{reply.content}</td>
      <td class="numeric">{reply.receivedOn}</td>
      <td>{seatWords(reply, seats)}</td>
    </tr>
  );
}

const heads = ['place', 'number', 'name', 'phone', 'replies', 'receivedOn', 'seat'] as const;

/** Everybody who is chosen now; those further down the list than was read stay as they are. */
const chosenIn = (replies: readonly Reply[]) =>
  replies.filter(({ seat }) => seat?.isChosen === true).map(({ caseId }) => caseId);

function Choosing(props: PartProps & { ids: readonly string[]; onFill: () => void; confirm: Confirm }) {
  const { detail, ids, onFill, confirm, onChanged } = props;
  const saving = useSaving();
  const seats = detail.row.counts.seats ?? 0;
  const save = async () => {
    if (!(await confirm.ask(ct('chooseAsk', { count: ids.length }), ct('chooseSave')))) return;
    const path = `/consultations/${detail.row.id}/participants`;
    const body = { caseIds: ids };
    await saving.save(async () => onChanged(await request('PUT', path, consultationDetailSchema, { body })));
  };
  return (
    <div class="stack">
      <p>{ct('chooseLead', { seats: formatCount(seats), count: formatCount(ids.length) })}</p>
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      <div class="row">
        <button type="button" class="button" onClick={onFill}>
          {ct('chooseFirst')}
        </button>
        <button
          type="button"
          class="button button-primary"
          disabled={saving.isBusy || ids.length === 0 || ids.length > seats}
          onClick={save}
        >
          {ct('chooseSave')}
        </button>
      </div>
    </div>
  );
}

export function SignUpList({ detail, onChanged }: PartProps) {
  const [isOpen, setOpen] = useState(false);
  const [ticked, setTicked] = useState<ReadonlySet<string> | null>(null);
  const confirm = useConfirm();
  const list = useReplies(detail.row.id, { point: '', verdict: '', isOpen });
  const replies = list.items ?? [];
  const seats = detail.row.counts.seats ?? 0;
  const mayChoose = detail.mayDo.includes('choose');
  const chosen = ticked ?? new Set(chosenIn(replies));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setTicked(next);
  };
  const fill = () =>
    setTicked(
      new Set(
        replies
          .filter(({ isWithdrawn }) => !isWithdrawn)
          .slice(0, seats)
          .map(({ caseId }) => caseId),
      ),
    );
  const file = `/api/consultations/${detail.row.id}/sign-ups`;
  return (
    <section class="card stack" aria-labelledby="consult-sign-ups">
      <div class="row card-head">
        <h2 id="consult-sign-ups">
          {ct('signUps')} <span class="numeric secondary">{formatCount(list.total)}</span>
        </h2>
        {detail.mayDo.includes('names') && list.total > 0 && (
          <div class="row">
            {!isOpen && (
              <button type="button" class="button button-small" onClick={() => setOpen(true)}>
                <Icon node={Eye} /> {ct('names')}
              </button>
            )}
            <a class="button button-small" href={`${file}?format=html`} target="_blank" rel="noopener">
              <Icon node={Printer} /> {ct('print')}
            </a>
            <a class="button button-small" href={`${file}?format=xlsx`} download>
              <Icon node={Download} /> {ct('spreadsheet')}
            </a>
          </div>
        )}
      </div>
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {list.items === null && list.isLoading && <Loading />}
      {list.items?.length === 0 && <p class="secondary">{ct('repliesNone')}</p>}
      {replies.length > 0 && (
        <ScrollArea label={ct('signUps')} isBusy={list.isLoading}>
          <table class="table">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {ct(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {replies.map((reply) => (
                <Row
                  key={reply.caseId}
                  reply={reply}
                  seats={seats}
                  isTicked={mayChoose ? chosen.has(reply.caseId) : null}
                  onTick={() => toggle(reply.caseId)}
                />
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      {list.hasMore && (
        <button type="button" class="button" disabled={list.isLoading} onClick={list.loadMore}>
          {ct('more')}
        </button>
      )}
      {mayChoose && replies.length > 0 && (
        <Choosing detail={detail} ids={[...chosen]} onFill={fill} confirm={confirm} onChanged={onChanged} />
      )}
      {!mayChoose && detail.row.state === 'open' && <p class="secondary">{ct('chooseLater')}</p>}
      {confirm.dialog}
    </section>
  );
}
