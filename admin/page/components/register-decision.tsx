// What waits in a register, and the decision over all of it.
import { BadgeCheck, CircleCheck, Undo2 } from 'lucide';
import { useState } from 'preact/hooks';
import { formatCount, t } from '../i18n/index.ts';
import {
  decideOver,
  isUnpublished,
  isWaiting,
  type OpenedRegister,
  useRegisterFindings,
} from '../state/registers.ts';
import { useSaving } from '../state/saving.ts';
import { useConfirm } from './confirm.tsx';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem.tsx';
import { RegisterFindings } from './register-findings.tsx';

interface RegisterDecisionProps {
  readonly register: OpenedRegister;
  readonly onDecided: () => void;
}

function waitingWords({ waiting, approvedVersion }: OpenedRegister): string {
  const { added, changed, removed } = waiting;
  if (added + changed + removed === 0) return t('register.waitingSettings');
  if (approvedVersion === null) return t('register.waitingFirst', { added: formatCount(added) });
  return t('register.waiting', {
    added: formatCount(added),
    changed: formatCount(changed),
    removed: formatCount(removed),
  });
}

export function RegisterDecision({ register, onDecided }: RegisterDecisionProps) {
  const saving = useSaving();
  const confirm = useConfirm();
  const findings = useRegisterFindings(register);
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());
  const { title } = register;
  const toggle = (key: string) => {
    const next = new Set(confirmed);
    if (!next.delete(key)) next.add(key);
    setConfirmed(next);
  };
  const isAnswered = findings.value?.findings.every(({ key }) => confirmed.has(key)) ?? false;
  const decide = async (act: 'approve' | 'discard' | 'withdraw') => {
    if (!(await confirm.ask(t(`register.${act}Ask`, { title }), t(`register.${act}`)))) return;
    if (await saving.save(() => decideOver(register, act, [...confirmed]))) onDecided();
  };
  const waits = isWaiting(register);
  const isPublic = register.approvedVersion !== null;
  return (
    <section class={`notice ${waits ? 'notice-warn' : 'notice-good'}`} aria-label={t('registers.state')}>
      <Icon node={waits ? BadgeCheck : CircleCheck} />
      <div class="stack">
        <p role="status">
          {waits ? (
            <>
              <strong>{t('register.waitingTitle')}</strong> {waitingWords(register)}
            </>
          ) : (
            t(isUnpublished(register) ? 'register.unpublished' : 'register.nothingWaits')
          )}
        </p>
        {waits && findings.isLoading && <p role="status">{t('register.findingsLoading')}</p>}
        {findings.value && <RegisterFindings view={findings.value} confirmed={confirmed} onToggle={toggle} />}
        {findings.error !== null && <ProblemNotice error={findings.error} retry={findings.reload} />}
        {saving.error !== null && <ProblemNotice error={saving.error} />}
        <div class="row">
          {waits && (
            <button
              type="button"
              class="button button-primary"
              disabled={saving.isBusy || !isAnswered}
              onClick={() => decide('approve')}
            >
              {t('register.approve')}
            </button>
          )}
          {waits && isPublic && (
            <button type="button" class="button" disabled={saving.isBusy} onClick={() => decide('discard')}>
              {t('register.discard')}
            </button>
          )}
          {!waits && isUnpublished(register) && (
            <a class="button button-primary" href="/admin/publish">
              {t('register.toPublish')}
            </a>
          )}
          {isPublic && (
            <button type="button" class="button" disabled={saving.isBusy} onClick={() => decide('withdraw')}>
              <Icon node={Undo2} /> {t('register.withdraw')}
            </button>
          )}
        </div>
      </div>
      {confirm.dialog}
    </section>
  );
}
