// Buttons for what may be done with a record now; what its own state forbids is not there at all.
import type { IconNode } from 'lucide';
import {
  Archive,
  ArchiveRestore,
  BadgeCheck,
  CalendarClock,
  CalendarX,
  Check,
  CornerUpLeft,
  FileSymlink,
  RotateCcw,
  Send,
  Siren,
  Undo2,
} from 'lucide';
import type { RecordReview } from '#shared/protocol/workflow-api.ts';
import { type MessageKey, t } from '../i18n/index.ts';
import { Icon } from './icon.tsx';
import type { ButtonAct } from './record-acts.ts';

interface Look {
  readonly label: MessageKey;
  readonly icon: IconNode;
  readonly look: string;
}

const looks: Readonly<Record<ButtonAct, Look>> = {
  submit: { label: 'act.submit', icon: Send, look: 'button-primary' },
  recall: { label: 'act.recall', icon: RotateCcw, look: '' },
  pass: { label: 'act.pass', icon: Check, look: 'button-primary' },
  return: { label: 'act.return', icon: CornerUpLeft, look: '' },
  approve: { label: 'records.approve', icon: BadgeCheck, look: '' },
  schedule: { label: 'act.schedule', icon: CalendarClock, look: '' },
  unschedule: { label: 'act.unschedule', icon: CalendarX, look: '' },
  emergency: { label: 'act.emergency', icon: Siren, look: 'button-danger' },
  withdraw: { label: 'records.withdraw', icon: Undo2, look: '' },
  archive: { label: 'act.archive', icon: Archive, look: '' },
  supersede: { label: 'act.supersede', icon: FileSymlink, look: '' },
  restore: { label: 'act.restore', icon: ArchiveRestore, look: '' },
};

/** Acts that carry a record on, shown beside saving; the others are rarer and stand in the panel. */
export const mainActs: readonly ButtonAct[] = ['submit', 'recall', 'return', 'pass', 'approve', 'withdraw'];
export const rareActs: readonly ButtonAct[] = [
  'schedule',
  'unschedule',
  'supersede',
  'archive',
  'restore',
  'emergency',
];

interface RecordActButtonsProps {
  readonly acts: readonly ButtonAct[];
  readonly review: RecordReview;
  /** Why none of them can be done this moment; empty when they can. */
  readonly obstacle: string;
  readonly isBusy: boolean;
  readonly describedBy?: string;
  readonly onAct: (act: ButtonAct) => void;
}

/** Saying yes to the last step is an approval, and says so. */
function labelOf(act: ButtonAct, review: RecordReview): MessageKey {
  return act === 'pass' && review.reviews[0]?.step === 'approval' ? 'act.passLast' : looks[act].label;
}

export function RecordActButtons({
  acts,
  review,
  obstacle,
  isBusy,
  describedBy,
  onAct,
}: RecordActButtonsProps) {
  return (
    <>
      {acts
        .filter((act) => review.mayDo.includes(act))
        .map((act) => (
          <button
            key={act}
            type="button"
            class={`button ${looks[act].look}`}
            disabled={isBusy || obstacle !== ''}
            title={obstacle}
            {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
            onClick={() => onAct(act)}
          >
            <Icon node={looks[act].icon} /> {t(labelOf(act, review))}
          </button>
        ))}
    </>
  );
}
