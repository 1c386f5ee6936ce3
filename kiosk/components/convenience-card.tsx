// The convenience card (便民卡) as it is printed: black on white, sizes of paper, nothing to touch.
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { ShownColumn } from '#shared/catalogue/register.ts';
import type { ReleaseManifest } from '#shared/release/manifest.ts';
import { formatDay } from '../i18n/format.ts';
import { t } from '../i18n/translate.ts';
import type { Printer } from '../state/printer.ts';
import { type CardList, cardContent } from './card-content.ts';
import { handoffUrl } from './qr-sheet.tsx';
import { QrSymbol } from './qr-symbol.tsx';

export interface ConvenienceCardProps {
  readonly record: CatalogueRecord;
  readonly manifest: ReleaseManifest | null;
  /** Of the register, for an entry. */
  readonly columns: readonly ShownColumn[];
  readonly paper: Exclude<Printer, 'none'>;
}

function Lines({ list: { title, kind, lines } }: { list: CardList }) {
  const items = lines.map((line, index) => (
    <li key={index}>
      {kind === 'ticks' && (
        <span class="card__tick" aria-hidden="true">
          ☐
        </span>
      )}
      {kind === 'steps' && <span class="card__number figures">{index + 1}</span>}
      <span>{line}</span>
    </li>
  ));
  return (
    <section class={`card__part card__part--${kind}`}>
      <h3>{title}</h3>
      {kind === 'steps' ? <ol>{items}</ol> : <ul>{items}</ul>}
    </section>
  );
}

export function ConvenienceCard({ record, manifest, columns, paper }: ConvenienceCardProps) {
  const url = handoffUrl(manifest?.publicUrl ?? location.origin, record);
  const { facts, lists } = cardContent(record, manifest, columns);
  const asOf = manifest === null ? null : formatDay(new Date(manifest.publishedAt), true);
  return (
    <article class={`card card--${paper}`} lang="zh-CN">
      <header class="card__head">
        <p class="card__venue">{manifest?.venue.name}</p>
        <p class="card__kind">{t('print.card')}</p>
      </header>
      <h2 class="card__title">{record.title}</h2>
      <p class="card__agency">{record.agencyName}</p>
      <dl class="card__facts">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {lists.map((list) => (
        <Lines key={list.title} list={list} />
      ))}
      <footer class="card__foot">
        <QrSymbol text={url} />
        <div>
          <p class="card__scan">{t('print.scan')}</p>
          <p class="card__address figures">{url.replace(/^https?:\/\//, '')}</p>
          {asOf && <p>{t('print.asOf', { date: asOf })}</p>}
          <p>{t('print.caution')}</p>
        </div>
      </footer>
    </article>
  );
}
