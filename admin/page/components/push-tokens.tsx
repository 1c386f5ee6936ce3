// Tokens by which other systems push content: made, shown once, revoked.
import { Copy, KeyRound, Plus } from 'lucide';
import { useState } from 'preact/hooks';
import {
  feedLimits,
  newPushTokenSchema,
  type PushToken,
  pushTokenListSchema,
} from '#shared/protocol/feeds-api.ts';
import { nothing, request } from '../api/client.ts';
import { formatTime, t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { useLoaded } from '../state/loaded.ts';
import { useSaving } from '../state/saving.ts';
import { session } from '../state/session.ts';
import type { Confirm } from './confirm.tsx';
import { SelectField, TextField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem.tsx';
import { ScrollArea } from './scroll-area.tsx';

export function PushTokens({ confirm }: { readonly confirm: Confirm }) {
  const list = useLoaded((signal) => request('GET', '/push/tokens', pushTokenListSchema, { signal }), []);
  const [secret, setSecret] = useState<string | null>(null);
  const acting = useSaving();
  const revoke = async ({ id, name }: PushToken) => {
    if (!(await confirm.ask(t('tokens.revokeAsk', { name }), t('tokens.revoke')))) return;
    if (await acting.save(() => request('DELETE', `/push/tokens/${id}`, nothing))) list.reload();
  };
  const tokens = list.value?.tokens ?? [];
  return (
    <section class="card stack" aria-labelledby="tokens-title">
      <h2 id="tokens-title">{t('tokens.title')}</h2>
      <p class="secondary">
        {t('tokens.lead')} <a href="/api/openapi.json">{t('tokens.api')}</a>
      </p>
      {list.error !== null && <ProblemNotice error={list.error} retry={list.reload} />}
      {secret !== null && <Secret secret={secret} onSeen={() => setSecret(null)} />}
      {list.value && tokens.length === 0 && <p class="secondary">{t('tokens.none')}</p>}
      {tokens.length > 0 && <TokenTable tokens={tokens} onRevoke={revoke} />}
      {acting.error !== null && <ProblemNotice error={acting.error} />}
      <NewToken
        onMade={(made) => {
          setSecret(made);
          list.reload();
        }}
      />
    </section>
  );
}

function Secret({ secret, onSeen }: { readonly secret: string; readonly onSeen: () => void }) {
  const [isCopied, setIsCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(secret).then(
      () => setIsCopied(true),
      // Without leave to write to the clipboard the words stand there to be selected.
      () => {},
    );
  return (
    <div class="notice feed-secret" role="status">
      <Icon node={KeyRound} />
      <div class="stack">
        <p>{t('tokens.secret')}</p>
        <code>{secret}</code>
        <div class="row">
          <button type="button" class="button button-small" onClick={copy}>
            <Icon node={Copy} /> {t(isCopied ? 'tokens.copied' : 'tokens.copy')}
          </button>
          <button type="button" class="button button-small" onClick={onSeen}>
            {t('tokens.seen')}
          </button>
        </div>
      </div>
    </div>
  );
}

interface TokenTableProps {
  readonly tokens: readonly PushToken[];
  readonly onRevoke: (token: PushToken) => void;
}

function TokenTable({ tokens, onRevoke }: TokenTableProps) {
  return (
    <ScrollArea label={t('tokens.title')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('tokens.name')}</th>
            <th scope="col">{t('tokens.agency')}</th>
            <th scope="col" class="wide">
              {t('tokens.made')}
            </th>
            <th scope="col">{t('tokens.used')}</th>
            <th scope="col">{t('tokens.state')}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => onRevoke(token)} />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function TokenRow({ token, onRevoke }: { readonly token: PushToken; readonly onRevoke: () => void }) {
  const { name, agencyName, createdAt, createdBy, lastUsedAt, revokedAt } = token;
  return (
    <tr>
      <td class="grow">{name}</td>
      <td>{agencyName}</td>
      <td class="wide numeric">
        {formatTime(createdAt)} · {createdBy}
      </td>
      <td class="numeric">{lastUsedAt === null ? t('tokens.neverUsed') : formatTime(lastUsedAt)}</td>
      <td>
        {revokedAt === null ? (
          <>
            <span class="tag tag-good">{t('tokens.good')}</span>{' '}
            <button
              type="button"
              class="button button-quiet button-small"
              aria-label={t('tokens.revokeOne', { name })}
              onClick={onRevoke}
            >
              {t('tokens.revoke')}
            </button>
          </>
        ) : (
          <span class="tag">{t('tokens.revoked', { at: formatTime(revokedAt) })}</span>
        )}
      </td>
    </tr>
  );
}

function NewToken({ onMade }: { readonly onMade: (secret: string) => void }) {
  const own = session.value?.account.agencyId ?? null;
  const agencies = useAgencies();
  const [name, setName] = useState('');
  const [agencyId, setAgencyId] = useState(own ?? '');
  const saving = useSaving();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const body = { name: name.trim(), agencyId };
    const isMade = await saving.save(async () => {
      const { secret } = await request('POST', '/push/tokens', newPushTokenSchema, { body });
      onMade(secret);
    });
    if (isMade) setName('');
  };
  const shown = (agencies.value ?? []).filter(({ id }) => own === null || id === own);
  return (
    <form class="row feed-new-token" onSubmit={submit}>
      <TextField
        label={t('tokens.name')}
        isRequired
        maxLength={feedLimits.titleCharacters}
        value={name}
        onChange={(words) => setName(words ?? '')}
      />
      <SelectField
        label={t('tokens.agency')}
        isRequired
        none=""
        value={agencyId}
        options={shown.map(({ id, name: words }) => [id, words] as const)}
        onChange={setAgencyId}
      />
      <button type="submit" class="button" disabled={saving.isBusy}>
        <Icon node={Plus} /> {t('tokens.add')}
      </button>
      {saving.error !== null && <ProblemNotice error={saving.error} />}
    </form>
  );
}
