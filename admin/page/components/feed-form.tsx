// Sets up one source: where it is, what becomes of its items, and a try before it is saved.
import { FlaskConical } from 'lucide';
import { useState } from 'preact/hooks';
import {
  type FeedPreview,
  type FeedSource,
  type FeedSourceInput,
  feedKinds,
  feedLimits,
  feedPreviewSchema,
  feedSourceSchema,
} from '#shared/protocol/feeds-api.ts';
import { request } from '../api/client.ts';
import { t } from '../i18n/index.ts';
import { useAgencies, useTree } from '../state/agencies.ts';
import { draftOf, inputOf } from '../state/feed-draft.ts';
import { useLeaveGuard } from '../state/leave-guard.ts';
import { nodeOptions } from '../state/node-options.ts';
import { isSameValue } from '../state/same-value.ts';
import { useSaving } from '../state/saving.ts';
import { may, session } from '../state/session.ts';
import { DialogFoot } from './dialog-foot.tsx';
import { FeedPreviewCard } from './feed-preview.tsx';
import { FlagField, LinesField, SelectField, TextField } from './fields.tsx';
import { Icon } from './icon.tsx';
import { ProblemNotice } from './problem.tsx';
import { SaveOutcome } from './save-outcome.tsx';

interface FeedFormProps {
  /** The saved source, or null for a new one. */
  readonly source: FeedSource | null;
  readonly onClose: (isSaved: boolean) => void;
}

interface PartProps {
  readonly draft: FeedSourceInput;
  readonly change: (part: Partial<FeedSourceInput>) => void;
}

export function FeedForm({ source, onClose }: FeedFormProps) {
  const [begun] = useState(() => draftOf(source, session.value?.account.agencyId ?? ''));
  const [draft, setDraft] = useState(begun);
  const [preview, setPreview] = useState<FeedPreview | null>(null);
  const saving = useSaving();
  const trying = useSaving();
  useLeaveGuard(isSameValue(draft, begun) ? null : t('feeds.form.leaveAsk'));
  const change = (part: Partial<FeedSourceInput>) => {
    setDraft({ ...draft, ...part });
    saving.reset();
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const [method, path] = source
      ? (['PUT', `/feeds/sources/${source.id}`] as const)
      : (['POST', '/feeds/sources'] as const);
    const body = inputOf(draft);
    if (await saving.save(() => request(method, path, feedSourceSchema, { body }))) onClose(true);
  };
  const attempt = () =>
    trying.save(async () => {
      const { url, kind, mapping, allowedHosts } = inputOf(draft);
      const body = { url, kind, mapping, allowedHosts, sourceId: source?.id ?? null };
      setPreview(null);
      setPreview(await request('POST', '/feeds/preview', feedPreviewSchema, { body }));
    });
  return (
    <form class="card stack" onSubmit={submit} aria-labelledby="feed-form-title">
      <h2 id="feed-form-title">{t(source ? 'feeds.editing' : 'feeds.adding')}</h2>
      <PlaceFields draft={draft} change={change} />
      <ReadingFields draft={draft} change={change} />
      <FlagFields draft={draft} change={change} />
      <HostField draft={draft} change={change} />
      <div class="row">
        <button
          type="button"
          class="button"
          disabled={draft.url.trim() === '' || trying.isBusy}
          onClick={attempt}
        >
          <Icon node={FlaskConical} /> {t(trying.isBusy ? 'feeds.form.trying' : 'feeds.form.try')}
        </button>
        <span class="secondary">{t('feeds.form.tryHint')}</span>
      </div>
      {trying.error !== null && <ProblemNotice error={trying.error} />}
      {preview !== null && <FeedPreviewCard preview={preview} draft={draft} onChange={setDraft} />}
      <SaveOutcome saving={saving} />
      <DialogFoot act={t('app.save')} isDisabled={saving.isBusy} onCancel={() => onClose(false)} />
    </form>
  );
}

function PlaceFields({ draft, change }: PartProps) {
  const agencies = useAgencies();
  const tree = useTree();
  const own = session.value?.account.agencyId ?? null;
  const shown = (agencies.value ?? []).filter(({ id }) => own === null || id === own);
  return (
    <div class="form-grid feed-fields">
      <TextField
        label={t('feeds.form.title')}
        isRequired
        maxLength={feedLimits.titleCharacters}
        value={draft.title}
        onChange={(title) => change({ title: title ?? '' })}
      />
      <TextField
        label={t('feeds.form.url')}
        isRequired
        maxLength={feedLimits.addressCharacters}
        value={draft.url}
        onChange={(url) => change({ url: url ?? '' })}
      />
      <SelectField
        label={t('feeds.form.agency')}
        isRequired
        none=""
        value={draft.agencyId}
        options={shown.map(({ id, name }) => [id, name] as const)}
        onChange={(agencyId) => change({ agencyId })}
      />
      <SelectField
        label={t('feeds.form.kind')}
        value={draft.kind}
        options={feedKinds.map((kind) => [kind, t(`feeds.kind.${kind}`)] as const)}
        onChange={(value) => change({ kind: feedKinds.find((kind) => kind === value) ?? 'document' })}
      />
      <SelectField
        label={t('feeds.form.node')}
        none={t('feeds.form.nodeNone')}
        value={draft.nodeId ?? ''}
        options={nodeOptions(tree.value ?? [])}
        onChange={(nodeId) => change({ nodeId: nodeId === '' ? null : nodeId })}
      />
      <TextField
        label={t('feeds.form.interval')}
        type="number"
        isRequired
        value={String(draft.intervalMinutes)}
        onChange={(text) => change({ intervalMinutes: Math.trunc(Number(text ?? 60)) || 60 })}
      />
    </div>
  );
}

function FlagFields({ draft, change }: PartProps) {
  return (
    <div class="feed-flags">
      <FlagField
        label={t('feeds.form.isActive')}
        isOn={draft.isActive}
        onChange={(isActive) => change({ isActive })}
      />
      <FlagField
        label={t('feeds.form.isWhole')}
        isOn={draft.isWhole}
        onChange={(isWhole) => change({ isWhole })}
      />
    </div>
  );
}

const articleWays = ['none', 'id', 'class'] as const;

function ReadingFields({ draft, change }: PartProps) {
  const { mapping } = draft;
  const { article, itemsPath } = mapping;
  const setWay = (way: string) => {
    const by = way === 'id' || way === 'class' ? way : null;
    change({ mapping: { ...mapping, article: by === null ? null : { by, name: article?.name ?? '' } } });
  };
  return (
    <div class="form-grid feed-fields">
      <SelectField
        label={t('feeds.form.article')}
        value={article?.by ?? 'none'}
        options={articleWays.map((way) => [way, t(`feeds.form.article.${way}`)] as const)}
        onChange={setWay}
      />
      {article !== null && (
        <TextField
          label={t('feeds.form.articleName')}
          isRequired
          maxLength={100}
          value={article.name}
          onChange={(name) => change({ mapping: { ...mapping, article: { ...article, name: name ?? '' } } })}
        />
      )}
      <TextField
        label={t('feeds.form.itemsPath')}
        maxLength={200}
        value={itemsPath ?? ''}
        onChange={(path) => change({ mapping: { ...mapping, itemsPath: path } })}
      />
    </div>
  );
}

function HostField({ draft, change }: PartProps) {
  const { allowedHosts } = draft;
  if (may('feeds.allow-hosts')) {
    return (
      <div>
        <LinesField
          label={t('feeds.form.hosts')}
          value={allowedHosts}
          onChange={(hosts) => change({ allowedHosts: [...hosts] })}
        />
        <p class="secondary">{t('feeds.form.hostsHint')}</p>
      </div>
    );
  }
  return (
    <p class="secondary">
      {allowedHosts.length === 0 ? t('feeds.form.hostsNone') : allowedHosts.join('、')}{' '}
      {t('feeds.form.hostsHint')}
    </p>
  );
}
