// What staff look at and measure on the terminal itself: network, storage, its name.
import { Delete } from 'lucide';
import { useState } from 'preact/hooks';
import { formatBytes } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { note } from '../state/technical-log.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { FactTable } from './fact-table.tsx';
import { Icon } from './icon.tsx';

const longestWaitMs = 10_000;
const longestName = 40;

/** Milliseconds until the hub answered; null when it did not. */
async function measureRoundTrip(): Promise<number | null> {
  const startedAt = performance.now();
  try {
    await fetch('/api/health', { cache: 'no-store', signal: AbortSignal.timeout(longestWaitMs) });
    return Math.round(performance.now() - startedAt);
  } catch {
    return null;
  }
}

export function StaffNetwork() {
  const [words, setWords] = useState('');
  const [isBusy, setIsBusy] = useState(false);
  const measure = async () => {
    setIsBusy(true);
    const ms = await measureRoundTrip();
    setWords(ms === null ? t('panel.noAnswer') : t('panel.roundTrip', { ms }));
    setIsBusy(false);
  };
  return (
    <section class="panel-part">
      <h2 class="section-title">{t('panel.network')}</h2>
      <div class="panel-part__line">
        <button type="button" class="button" disabled={isBusy} onClick={measure}>
          {t(isBusy ? 'panel.measuring' : 'panel.measure')}
        </button>
        <output class="figures">{words}</output>
      </div>
    </section>
  );
}

export function StaffStorage() {
  const loaded = useLoaded('storage', async () => ({
    ...(await navigator.storage.estimate()),
    isPersisted: await navigator.storage.persisted(),
  }));
  const { usage, quota, isPersisted } = loaded.value ?? {};
  const bytes = (value: number | undefined) =>
    value === undefined ? t('staff.unknown') : formatBytes(value);
  return (
    <section class="panel-part">
      <h2 class="section-title">{t('panel.storage')}</h2>
      <FactTable
        facts={[
          { name: t('panel.used'), value: bytes(usage) },
          { name: t('panel.quota'), value: bytes(quota) },
          {
            name: t('panel.persisted'),
            value: t(isPersisted ? 'panel.isPersisted' : 'panel.isNotPersisted'),
            isWide: true,
          },
        ]}
      />
    </section>
  );
}

export function StaffName() {
  const engine = useEngine();
  const stored = useLoaded('terminal name', async () => (await engine.settings.load()).terminalName ?? '');
  const [typed, setTyped] = useState<string | null>(null);
  const [isSaved, setIsSaved] = useState(false);
  const name = typed ?? stored.value ?? '';
  const change = (next: string) => {
    setTyped(next.slice(0, longestName));
    setIsSaved(false);
  };
  const save = async () => {
    const trimmed = name.trim();
    await engine.settings.persist({ terminalName: trimmed === '' ? null : trimmed });
    note('renamed');
    setIsSaved(true);
    // The next report carries it.
    engine.syncNow().catch(() => undefined);
  };
  return (
    <section class="panel-part">
      <h2 class="section-title">{t('panel.name')}</h2>
      <p>{t('panel.nameLine')}</p>
      <div class="panel-part__line">
        <input
          class="panel-part__field"
          aria-label={t('panel.name')}
          placeholder={t('panel.namePlaceholder')}
          value={name}
          maxLength={longestName}
          autoComplete="off"
          onInput={(event) => change(event.currentTarget.value)}
        />
        <button type="button" class="button button--primary" onClick={() => save().catch(() => undefined)}>
          {t(isSaved ? 'panel.saved' : 'panel.save')}
        </button>
      </div>
      <div class="panel-part__keys">
        {t('panel.nameParts')
          .split(' ')
          .map((part) => (
            <button key={part} type="button" class="button" onClick={() => change(name + part)}>
              {part}
            </button>
          ))}
        <button type="button" class="button" onClick={() => change([...name].slice(0, -1).join(''))}>
          <Icon node={Delete} />
          {t('panel.nameDelete')}
        </button>
      </div>
    </section>
  );
}
