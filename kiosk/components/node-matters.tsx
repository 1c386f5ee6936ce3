// The matters of one node: which have content, how much, and how current it is.
import { ChevronRight, CircleAlert, CircleCheck } from 'lucide';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { duty } from '../i18n/duty-words.ts';
import { formatCount } from '../i18n/format.ts';
import { recordUrl } from '../state/record-url.ts';
import { type Fulfilment, mostMatters, useFulfilments, useMatters } from '../state/use-node-matters.ts';
import { fulfilmentWords } from './duty-panel.tsx';
import { Icon } from './icon.tsx';
import { Skeleton } from './skeleton.tsx';

function MatterLine({ matter, found }: { matter: CatalogueRecord; found: Fulfilment | undefined }) {
  const newest = found?.newest;
  const date = newest && (newest.publishedOn ?? newest.date);
  return (
    <li>
      <a class="row duty-row" href={recordUrl(matter)}>
        <span class="duty-row__words" lang="zh-CN">
          <span class="duty-row__title">{matter.title}</span>
          <span class="duty-row__agency">{matter.agencyName}</span>
        </span>
        {found && (
          <span class={found.count > 0 ? 'duty-row__is' : 'duty-row__is duty-row__is--none'}>
            <Icon node={found.count > 0 ? CircleCheck : CircleAlert} />
            <span>
              {fulfilmentWords(found)}
              {date && <span class="duty-row__date figures">{date}</span>}
            </span>
          </span>
        )}
        <Icon node={ChevronRight} class="node__chevron" />
      </a>
    </li>
  );
}

function MatterList({ matters }: { matters: readonly CatalogueRecord[] }) {
  const found = useFulfilments(matters.map(({ id }) => id));
  const looked = matters.flatMap(({ id }) => found.get(id) ?? []);
  const done = looked.filter(({ count }) => count > 0).length;
  const should = formatCount(matters.length);
  const isWhole = looked.length === matters.length;
  return (
    <>
      <p class="duty__note duty-list__note" role="status">
        {isWhole
          ? duty('mattersLine', { should, done: formatCount(done) })
          : duty('mattersCounting', { should })}
      </p>
      <ul class="rows" aria-label={duty('matters')}>
        {matters.map((matter) => (
          <MatterLine key={matter.id} matter={matter} found={found.get(matter.id)} />
        ))}
      </ul>
      {matters.length === mostMatters && (
        <p class="duty__note duty-list__note">{duty('mattersMore', { shown: formatCount(mostMatters) })}</p>
      )}
    </>
  );
}

/** Nothing where the node has no matters of its own. */
export function NodeMatters({ nodeId }: { nodeId: string }) {
  const loaded = useMatters(nodeId);
  const own = loaded.value?.filter((matter) => matter.nodeId === nodeId);
  const matters = own?.slice(0, mostMatters);
  if (matters === undefined) return loaded.state === 'loading' ? <Skeleton lines={3} shape="rows" /> : null;
  if (matters.length === 0) return null;
  return (
    <section class="duty-list">
      <h2 class="section-title">{duty('matters')}</h2>
      <MatterList matters={matters} />
    </section>
  );
}
