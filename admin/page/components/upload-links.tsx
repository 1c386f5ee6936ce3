// Upload links of agencies without an account: made, told once, closed.
import { Copy, Link } from 'lucide';
import { useState } from 'preact/hooks';
import { madeUploadLinkSchema, type UploadLink, uploadLinkBounds } from '#shared/protocol/transfers-api.ts';
import { nothing, request } from '../api/client.ts';
import { formatBytes, formatTime, t } from '../i18n/index.ts';
import { useAgencies } from '../state/agencies.ts';
import { useSaving } from '../state/saving.ts';
import { useUploadLinks } from '../state/transfers.ts';
import { useConfirm } from './confirm.tsx';
import { SelectField, TextField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { Loading } from './loading.tsx';
import { NumberField } from './number-field.tsx';
import { ProblemNotice } from './problem.tsx';
import { ScrollArea } from './scroll-area.tsx';

interface Made {
  readonly agencyName: string;
  readonly address: string;
}

function MakeLink({ onMade }: { readonly onMade: (made: Made) => void }) {
  const agencies = useAgencies();
  const saving = useSaving();
  const [agencyId, setAgency] = useState('');
  const [label, setLabel] = useState('');
  const [days, setDays] = useState(31);
  const [maxFiles, setMaxFiles] = useState(50);
  const [maxMegabytes, setMaxMegabytes] = useState(200);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    await saving.save(async () => {
      const body = { agencyId, label, days, maxFiles, maxMegabytes };
      const { link, address } = await request('POST', '/transfer-links', madeUploadLinkSchema, { body });
      onMade({ agencyName: link.agencyName, address });
    });
  };
  return (
    <form class="card stack" onSubmit={submit}>
      <p class="secondary">{t('links.lead')}</p>
      <div class="form-grid">
        <SelectField
          label={t('transfers.agency')}
          value={agencyId}
          isRequired
          none=" "
          options={(agencies.value ?? []).map(({ id, name }) => [id, name] as const)}
          onChange={setAgency}
        />
        <TextField
          label={t('links.label')}
          value={label}
          maxLength={100}
          onChange={(text) => setLabel(text ?? '')}
        />
        <NumberField
          label={t('links.days')}
          value={days}
          min={uploadLinkBounds.days.least}
          max={uploadLinkBounds.days.most}
          onChange={setDays}
        />
        <NumberField
          label={t('links.maxFiles')}
          value={maxFiles}
          min={uploadLinkBounds.files.least}
          max={uploadLinkBounds.files.most}
          onChange={setMaxFiles}
        />
        <NumberField
          label={t('links.maxMegabytes')}
          value={maxMegabytes}
          min={uploadLinkBounds.megabytes.least}
          max={uploadLinkBounds.megabytes.most}
          onChange={setMaxMegabytes}
        />
      </div>
      {saving.error !== null && <ProblemNotice error={saving.error} />}
      <div class="row">
        <button type="submit" class="button button-primary" disabled={saving.isBusy || agencyId === ''}>
          <Icon node={Link} /> {t('links.new')}
        </button>
      </div>
    </form>
  );
}

function MadeNotice({ agencyName, address }: Made) {
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div class="notice notice-good" role="status">
      <div class="stack">
        <p>{t('links.made', { agency: agencyName })}</p>
        <code class="link-address">{address}</code>
        <button type="button" class="button" onClick={copy}>
          <Icon node={Copy} /> {t(isCopied ? 'links.copied' : 'links.copy')}
        </button>
      </div>
    </div>
  );
}

function LinkLine({ link, onRevoke }: { readonly link: UploadLink; readonly onRevoke: () => void }) {
  const standing = link.revokedAt !== null ? 'revoked' : link.isOpen ? 'open' : 'expired';
  return (
    <tr>
      <td class="grow">
        {link.agencyName} <span class="secondary">{link.label}</span>
      </td>
      <td>
        <span class={`tag ${link.isOpen ? 'tag-good' : ''}`}>{t(`links.${standing}`)}</span>
      </td>
      <td class="numeric">{formatTime(link.expiresAt)}</td>
      <td class="numeric wide">
        {t('links.usedOf', {
          files: link.usedFiles,
          maxFiles: link.maxFiles,
          bytes: formatBytes(link.usedBytes),
          maxBytes: formatBytes(link.maxBytes),
        })}
      </td>
      <td>
        {link.isOpen && (
          <button type="button" class="button button-small button-danger" onClick={onRevoke}>
            {t('links.revoke')}
          </button>
        )}
      </td>
    </tr>
  );
}

export function UploadLinks() {
  const links = useUploadLinks();
  const confirm = useConfirm();
  const saving = useSaving();
  const [made, setMade] = useState<Made | null>(null);
  const revoke = async (link: UploadLink) => {
    if (!(await confirm.ask(t('links.revokeAsk', { agency: link.agencyName }), t('links.revoke')))) return;
    await saving.save(() => request('DELETE', `/transfer-links/${link.id}`, nothing));
    links.reload();
  };
  const problem = links.error ?? saving.error;
  return (
    <div class="stack">
      {made !== null && <MadeNotice key={made.address} {...made} />}
      <MakeLink
        onMade={(next) => {
          setMade(next);
          links.reload();
        }}
      />
      {problem !== null && <ProblemNotice error={problem} retry={links.reload} />}
      {links.value === null && links.isLoading && <Loading />}
      {links.value?.length === 0 && <p class="card empty">{t('links.none')}</p>}
      {links.value !== null && links.value.length > 0 && (
        <section class="card" aria-label={t('transfers.tab.links')}>
          <ScrollArea label={t('transfers.tab.links')}>
            <table class="table">
              <thead>
                <tr>
                  <th scope="col">{t('transfers.agency')}</th>
                  <th scope="col">{t('transfers.state')}</th>
                  <th scope="col">{t('links.expires')}</th>
                  <th scope="col" class="wide">
                    {t('links.used')}
                  </th>
                  <th scope="col">
                    <span class="visually-hidden">{t('links.revoke')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {links.value.map((link) => (
                  <LinkLine key={link.id} link={link} onRevoke={() => revoke(link)} />
                ))}
              </tbody>
            </table>
          </ScrollArea>
        </section>
      )}
      {confirm.dialog}
    </div>
  );
}
