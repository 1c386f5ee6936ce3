// The one code for the whole list, and the words beside it.
import { ShieldCheck, Smartphone } from 'lucide';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { shortCodeDays } from '#shared/handoff/list-payload.ts';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';
import { listWords } from '../state/handoff-words.ts';
import { takenRecords } from '../state/take-home.ts';
import { type ListHandOff as Plan, useListHandOff } from '../state/use-list-hand-off.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { useNote } from '../state/use-note.ts';
import { FrameControls, FrameSymbol, useFrames } from './frame-player.tsx';
import { HandOffWays } from './hand-off-ways.tsx';
import { Icon } from './icon.tsx';
import { QrSymbol } from './qr-symbol.tsx';
import { Skeleton } from './skeleton.tsx';
import { TextHandOff } from './text-hand-off.tsx';

/** The address without what only a machine reads. */
const shown = (address: string) => address.replace(/^https?:\/\//, '').replace(/#.*$/, '');

function OneAddress({ plan, count }: { plan: Plan; count: number }) {
  const [address = ''] = plan.addresses;
  const isShort = plan.way === 'short';
  return (
    <div class="handoff">
      <div class="handoff__code">
        <QrSymbol text={address} name={isShort ? address : t('list.title')} />
      </div>
      <div class="handoff__words">
        {isShort && <p class="handoff__address">{shown(address)}</p>}
        <p class="handoff__title">
          <Icon node={Smartphone} class="handoff__icon" />
          {t('list.gives', { count })}
        </p>
        <p class="handoff__title">
          <Icon node={ShieldCheck} class="handoff__icon" />
          {isShort ? t('list.short', { days: shortCodeDays }) : t('list.noState')}
        </p>
        <p class="handoff__hint">{t('qr.hint')}</p>
      </div>
    </div>
  );
}

function SplitAddresses({ addresses }: { addresses: readonly string[] }) {
  const texts = { texts: addresses, count: addresses.length };
  const frames = useFrames(texts, false);
  return (
    <div class="handoff">
      <div class="handoff__code">
        <FrameSymbol texts={texts} frames={frames} />
      </div>
      <div class="handoff__words">
        <p class="handoff__hint">{t('list.split', { count: addresses.length })}</p>
        <FrameControls texts={texts} frames={frames} canPlay={false} />
      </div>
    </div>
  );
}

function PageWay({ publicUrl }: { publicUrl: string }) {
  useNote('handed.list');
  const records = takenRecords.value;
  const plan = useListHandOff(publicUrl, records);
  if (plan === null) return <p class="handoff__hint">{t('list.waiting')}</p>;
  if (plan.way === 'split') return <SplitAddresses addresses={plan.addresses} />;
  return <OneAddress plan={plan} count={records.length} />;
}

function TextWay({ publicUrl }: { publicUrl: string }) {
  const engine = useEngine();
  const ids = takenRecords.value.map(({ id }) => id);
  const loaded = useLoaded(`list ${ids.join(' ')}`, async (signal) => {
    const records = await Promise.all(ids.map((id) => engine.record(id, signal)));
    return records.filter((record): record is CatalogueRecord => record !== null);
  });
  if (!loaded.value) return <Skeleton lines={6} shape="text" />;
  const words = listWords(loaded.value, engine.manifest.value);
  return <TextHandOff name={t('list.title')} essentials={words} publicUrl={publicUrl} />;
}

/** Stands where the list holds something. */
export function ListHandOff() {
  const publicUrl = useEngine().manifest.value?.publicUrl ?? location.origin;
  return (
    <section class="list__code">
      <h2 class="section-title">{t('list.scan')}</h2>
      <HandOffWays
        publicUrl={publicUrl}
        page={() => <PageWay publicUrl={publicUrl} />}
        text={() => <TextWay publicUrl={publicUrl} />}
      />
    </section>
  );
}
