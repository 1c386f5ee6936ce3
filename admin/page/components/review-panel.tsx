// Where a record stands on its way to the public: its procedure as a line, what is said about it, who did what.
import { CalendarClock, CircleAlert, Siren, UserRound } from 'lucide';
import { useState } from 'preact/hooks';
import type { RecordDetail } from '#shared/protocol/hub-api.ts';
import type { RecordReview } from '#shared/protocol/workflow-api.ts';
import { formatTime, t } from '../i18n/index.ts';
import type { NewComment } from '../state/review-calls.ts';
import { stagesOf } from '../state/review-stages.ts';
import { Icon } from './icon.tsx';
import { RecordActButtons, rareActs } from './record-act-buttons.tsx';
import type { ButtonAct } from './record-acts.ts';
import { ReviewComments } from './review-comments.tsx';
import { ReviewHistory } from './review-history.tsx';
import { ReviewLine } from './review-line.tsx';
import { firstPair, VersionCompare } from './version-compare.tsx';

interface ReviewPanelProps {
  readonly record: RecordDetail;
  readonly review: RecordReview;
  readonly obstacle: string;
  readonly isBusy: boolean;
  readonly onAct: (act: ButtonAct) => void;
  readonly onComment: (comment: NewComment) => Promise<boolean>;
  readonly onResolve: (id: string) => void;
}

/** The group a version goes out with, and when that is known. */
function groupWords({ version, title, at }: NonNullable<RecordReview['group']>): string {
  const words = { version, title, at: at === null ? '' : formatTime(at) };
  return t(at === null ? 'review.inGroup' : 'review.inGroupAt', words);
}

/** What whoever opens the record should know before anything else. */
function Remarks({ record, review }: Pick<ReviewPanelProps, 'record' | 'review'>) {
  const [newest] = review.reviews;
  const returned = newest?.state === 'returned' ? newest.taken.at(-1) : undefined;
  const isOld = newest?.step != null && newest.version !== record.version;
  const { scheduled, group, fate, isSingleHanded } = review;
  return (
    <>
      {newest?.state === 'follow-up' && (
        <p class="notice notice-problem">
          <Icon node={Siren} /> {t('review.followUp', { note: newest.note })}
        </p>
      )}
      {returned && (
        <p class="notice notice-warn">
          <Icon node={CircleAlert} />
          <span>
            {t('review.returned', { step: t(`stage.${returned.step}`), name: returned.displayName })}
            <q class="opinion">{returned.opinion}</q>
          </span>
        </p>
      )}
      {isOld && newest && (
        <p class="notice notice-warn">
          <Icon node={CircleAlert} />{' '}
          {t('review.olderVersion', { version: newest.version, newest: record.version })}
        </p>
      )}
      {scheduled && !group && (
        <p class="notice">
          <Icon node={CalendarClock} />{' '}
          {t('review.scheduled', { version: scheduled.version, at: formatTime(scheduled.at) })}
        </p>
      )}
      {group && (
        <p class="notice">
          <Icon node={CalendarClock} />
          <a href="/admin/publish/groups">{groupWords(group)}</a>
        </p>
      )}
      {fate && (
        <p class="notice notice-warn">
          <Icon node={CircleAlert} />{' '}
          {t(`fate.${fate.fate}`, {
            name: fate.who,
            at: formatTime(fate.at),
            title: fate.successorTitle ?? '',
          })}
        </p>
      )}
      {isSingleHanded && (
        <p class="hint secondary row">
          <Icon node={UserRound} /> {t('review.singleHanded')}
        </p>
      )}
    </>
  );
}

type Shown = 'comments' | 'changes' | 'history' | null;

export function ReviewPanel(props: ReviewPanelProps) {
  const { record, review, obstacle, isBusy, onAct, onComment, onResolve } = props;
  const open = review.comments.filter(({ resolvedAt }) => resolvedAt === null).length;
  const first = firstPair(record);
  const [chosen, setChosen] = useState<Shown | undefined>(undefined);
  // Until somebody chooses, comments that wait are in sight.
  const shown: Shown = chosen === undefined ? (open > 0 ? 'comments' : null) : chosen;
  const toggle = (what: Exclude<Shown, null>) => setChosen(shown === what ? null : what);
  const stages = stagesOf({
    steps: review.procedure.steps,
    review: review.reviews[0] ?? null,
    version: record.version,
    approvedVersion: record.approvedVersion,
    publishedVersion: record.publishedVersion,
  });
  const tab = (what: Exclude<Shown, null>, words: string) => (
    <button type="button" class="segment" aria-expanded={shown === what} onClick={() => toggle(what)}>
      {words}
    </button>
  );
  return (
    <section class="card stack review-panel" aria-labelledby="review-title">
      <div class="row review-head">
        <h2 id="review-title">{t('review.title')}</h2>
        <span class="secondary">{t('review.procedure', { title: review.procedure.title })}</span>
      </div>
      <ReviewLine stages={stages} />
      <Remarks record={record} review={review} />
      <div class="row">
        <div class="segments">
          {tab('comments', t('review.comments', { count: open }))}
          {first !== null && tab('changes', t('redline.compare'))}
          {tab('history', t('review.history', { count: review.reviews.length }))}
        </div>
        <span class="review-rare row">
          <RecordActButtons
            acts={rareActs}
            review={review}
            obstacle={obstacle}
            isBusy={isBusy}
            onAct={onAct}
          />
        </span>
      </div>
      {shown === 'comments' && (
        <ReviewComments
          version={record.version}
          comments={review.comments}
          mayComment={review.mayDo.includes('comment')}
          isBusy={isBusy}
          onAdd={onComment}
          onResolve={onResolve}
        />
      )}
      {shown === 'changes' && first !== null && (
        <VersionCompare key={record.version} record={record} first={first} />
      )}
      {shown === 'history' && <ReviewHistory reviews={review.reviews} />}
    </section>
  );
}
