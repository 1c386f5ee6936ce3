// A chosen place: what it is, what is done there, and how to get there.
import { ChevronRight, QrCode } from 'lucide';
import { useState } from 'preact/hooks';
import type { Hall, HallArea, HallFloor, HallPoint } from '#shared/catalogue/hall-plan.ts';
import { findRoute, type Route } from '#shared/catalogue/hall-route.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { VenueProfile } from '#shared/catalogue/venue.ts';
import { windowKey, windowNumbersOf } from '#shared/catalogue/window-numbers.ts';
import { formatCount } from '../i18n/format.ts';
import { hallWords } from '../i18n/hall-words.ts';
import { useContentVersion, useEngine } from '../state/engine-context.ts';
import { placeName, routeSteps } from '../state/hall-route-words.ts';
import { searchUrl } from '../state/search-address.ts';
import { useLoaded } from '../state/use-loaded.ts';
import { LinkChip } from './chip.tsx';
import { Icon } from './icon.tsx';
import { RowList } from './row-list.tsx';
import { Sheet } from './sheet.tsx';
import { TextHandOff } from './text-hand-off.tsx';

const lookedAt = 60;
const shownGuides = 6;

interface HallPlaceProps {
  readonly hall: Hall;
  readonly venue: VenueProfile;
  readonly floor: HallFloor;
  readonly area: HallArea;
  readonly here: HallPoint | null;
  readonly route: Route | null;
  readonly isStepFree: boolean;
  readonly onStepFree: (isStepFree: boolean) => void;
}

/** Guides of the agencies that sit here, those that name this window first. */
function useGuides(area: HallArea) {
  const engine = useEngine();
  return useLoaded(
    `hall ${area.id} ${useContentVersion()}`,
    async (signal) => {
      if (area.agencyIds.length === 0) return { records: [], total: 0 };
      const filters = { kind: ['guide'], agency: [...area.agencyIds] };
      const query = { text: '', filters, sort: 'date', offset: 0, limit: lookedAt } as const;
      const found = await engine.search(query, signal);
      const records = found.hits.map((hit) => hit.record);
      const named = records.filter((record) => namesWindow(record, area));
      const others = records.filter((record) => !named.includes(record));
      return { records: [...named, ...others].slice(0, shownGuides), total: found.total };
    },
    { isFresh: true },
  ).value;
}

function namesWindow({ details }: CatalogueRecord, { number }: HallArea): boolean {
  if (details?.type !== 'guide' || details.window === null || number === null) return false;
  return windowNumbersOf(details.window).has(windowKey(number));
}

function Guides({ area }: { area: HallArea }) {
  const agencies = useEngine().manifest.value?.agencies ?? [];
  const found = useGuides(area);
  const here = area.agencyIds.flatMap((id) => agencies.find((agency) => agency.id === id) ?? []);
  if (here.length === 0) return null;
  const all = searchUrl({ filters: { kind: ['guide'], agency: area.agencyIds } });
  return (
    <>
      <h3 class="hall-place__title">{hallWords('handles')}</h3>
      <div class="chips">
        {here.map(({ id, name }) => (
          <LinkChip key={id} label={name} href={`/agency/${encodeURIComponent(id)}`} />
        ))}
      </div>
      {found && found.records.length > 0 && (
        <section>
          <div class="section-head">
            <h3 class="hall-place__title">{hallWords('guides')}</h3>
            {found.total > found.records.length && (
              <a class="section-more" href={all}>
                {hallWords('guidesAll', { count: formatCount(found.total) })}
                <Icon node={ChevronRight} />
              </a>
            )}
          </div>
          <RowList records={found.records} label={hallWords('guides')} />
        </section>
      )}
    </>
  );
}

/** What the phone gets: where to, the steps, and the hall's own address. */
function noteOf({ hall, venue, floor, area }: HallPlaceProps, route: Route): string {
  const steps = routeSteps(hall, route, area).map((step, at) => `${at + 1}. ${step}`);
  const colon = hallWords('colon');
  const facts = [
    `${hallWords('venue')}${colon}${[venue.name, venue.address].filter(Boolean).join(' ')}`,
    venue.hours === null ? null : `${hallWords('hours')}${colon}${venue.hours}`,
  ];
  const head = hallWords('routeTo', { place: placeName(area), floor: floor.name });
  return [head, ...steps, ...facts].filter((line) => line !== null).join('\n');
}

function TakeSheet({ onClose, ...props }: HallPlaceProps & { route: Route; onClose: () => void }) {
  const publicUrl = useEngine().manifest.value?.publicUrl ?? '';
  return (
    <Sheet title={hallWords('takeTitle')} onClose={onClose} class="sheet--qr">
      <TextHandOff
        name={hallWords('routeName', { place: placeName(props.area) })}
        essentials={noteOf(props, props.route)}
        publicUrl={publicUrl}
      />
    </Sheet>
  );
}

function WayThere(props: HallPlaceProps) {
  const { hall, area, here, route, isStepFree } = props;
  const [isTaking, setIsTaking] = useState(false);
  if (here === null) return <p class="hall-place__note">{hallWords('noHere')}</p>;
  const byStairs = findRoute(hall, here, area.id, { isStepFree: false });
  const hasStairs = byStairs?.legs.some(({ by }) => by?.kind === 'stairs') === true;
  return (
    <section class="hall-place__way">
      <h3 class="hall-place__title">{hallWords('way')}</h3>
      {route === null ? (
        <p class="hall-place__note">{hallWords('noWay')}</p>
      ) : (
        <ol class="hall-steps">
          {routeSteps(hall, route, area).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      <div class="hall-place__acts">
        {route !== null && (
          <button type="button" class="button button--primary" onClick={() => setIsTaking(true)}>
            <Icon node={QrCode} />
            {hallWords('take')}
          </button>
        )}
        {hasStairs && (
          <button
            type="button"
            class="chip"
            aria-pressed={isStepFree}
            onClick={() => props.onStepFree(!isStepFree)}
          >
            {hallWords('stepFree')}
          </button>
        )}
        {route !== null && (
          <span class="hall-place__note">{hallWords('metres', { metres: Math.round(route.metres) })}</span>
        )}
      </div>
      {isTaking && route !== null && (
        <TakeSheet {...props} route={route} onClose={() => setIsTaking(false)} />
      )}
    </section>
  );
}

export function HallPlace(props: HallPlaceProps) {
  const { area, floor } = props;
  return (
    <section class="hall-place" aria-label={placeName(area)}>
      <h2 class="section-title" lang="zh-CN">
        {placeName(area)}
        <span class="section-title__note">
          {hallWords(`kind.${area.kind}`)} · {hallWords('at', { floor: floor.name })}
        </span>
      </h2>
      {area.note && <p class="hall-place__words">{area.note}</p>}
      <WayThere {...props} />
      <Guides area={area} />
    </section>
  );
}
