// What can be done to one account besides changing it: a link, its lock-out, taking it out of use.
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  type IssuedLink,
  issuedLinkSchema,
  type ListedAccount,
  listedAccountSchema,
} from '#shared/protocol/accounts-api.ts';
import { request } from '../api/client.ts';
import { formatTime, t } from '../i18n/index.ts';
import { type Saving, useSaving } from '../state/saving.ts';
import { useConfirm } from './confirm.tsx';
import { FlagField } from './fields.tsx';
import { ProblemNotice } from './problem.tsx';

interface AccountActsProps {
  readonly account: ListedAccount;
  /** An act was done; with the link it made, if any. */
  readonly onDone: (link: IssuedLink | null) => void;
}

interface ResetQuestionProps {
  readonly account: ListedAccount;
  readonly saving: Saving;
  readonly onAnswer: (clearsSecondFactor: boolean) => void;
  readonly onCancel: () => void;
}

function ResetQuestion({ account, saving, onAnswer, onCancel }: ResetQuestionProps) {
  const [clears, setClears] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => area.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div class="stack account-question" ref={area}>
      <p>{t('accounts.resetAsk', { name: account.displayName })}</p>
      {account.hasSecondFactor && (
        <FlagField label={t('accounts.resetWithFactor')} isOn={clears} onChange={setClears} />
      )}
      <div class="row">
        <button
          type="button"
          class="button button-primary"
          disabled={saving.isBusy}
          onClick={() => onAnswer(clears)}
        >
          {t('accounts.resetAct')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('app.cancel')}
        </button>
      </div>
    </div>
  );
}

export function AccountActs({ account, onDone }: AccountActsProps) {
  const { id, displayName, state, link, lockedUntil } = account;
  const [asksReset, setAsksReset] = useState(false);
  const saving = useSaving();
  const { ask, dialog } = useConfirm();
  const act = async (verb: 'disable' | 'enable' | 'unlock') => {
    if (await saving.save(() => request('POST', `/accounts/${id}/${verb}`, listedAccountSchema)))
      onDone(null);
  };
  const disable = async () => {
    if (await ask(t('accounts.disableAsk', { name: displayName }), t('accounts.disable')))
      await act('disable');
  };
  const withdraw = async () => {
    if (await saving.save(() => request('DELETE', `/accounts/${id}/link`, listedAccountSchema))) onDone(null);
  };
  const makeLink = async (clearsSecondFactor: boolean) => {
    const body = { clearsSecondFactor };
    let issued: IssuedLink | null = null;
    const isMade = await saving.save(async () => {
      issued = await request('POST', `/accounts/${id}/link`, issuedLinkSchema, { body });
    });
    if (isMade) onDone(issued);
  };
  return (
    <div class="account-acts stack">
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      {lockedUntil !== null && (
        <div class="row notice notice-warn">
          {t('accounts.locked', { until: formatTime(lockedUntil) })}
          <button type="button" class="button" disabled={saving.isBusy} onClick={() => act('unlock')}>
            {t('accounts.lift')}
          </button>
        </div>
      )}
      {asksReset && (
        <ResetQuestion
          account={account}
          saving={saving}
          onAnswer={makeLink}
          onCancel={() => setAsksReset(false)}
        />
      )}
      {!asksReset && (
        <div class="row">
          {state === 'active' && (
            <button type="button" class="button" onClick={() => setAsksReset(true)}>
              {t('accounts.resetLink')}
            </button>
          )}
          {state === 'invited' && (
            <button type="button" class="button" disabled={saving.isBusy} onClick={() => makeLink(false)}>
              {t('accounts.inviteAgain')}
            </button>
          )}
          {link !== null && (
            <button type="button" class="button" disabled={saving.isBusy} onClick={withdraw}>
              {t('accounts.linkWithdraw')}
            </button>
          )}
          {state === 'disabled' ? (
            <button type="button" class="button" disabled={saving.isBusy} onClick={() => act('enable')}>
              {t('accounts.enable')}
            </button>
          ) : (
            <button type="button" class="button button-danger" disabled={saving.isBusy} onClick={disable}>
              {t('accounts.disable')}
            </button>
          )}
        </div>
      )}
      {dialog}
    </div>
  );
}
