// The guide to the hall: floors drawn, a place touched, the way there, hours and contacts.
import { MapPinOff } from 'lucide';
import { useMemo, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { emptyHall, findArea, type Hall, type HallFloor, pointOf } from '#shared/catalogue/hall-plan.ts';
import { findRoute } from '#shared/catalogue/hall-route.ts';
import type { VenueProfile } from '#shared/catalogue/venue.ts';
import { hallIcons } from '../components/hall-icons.ts';
import { HallContacts, HallHours } from '../components/hall-info.tsx';
import { HallMap } from '../components/hall-map.tsx';
import { HallPlace } from '../components/hall-place.tsx';
import { Icon } from '../components/icon.tsx';
import { StatePanel } from '../components/state-panel.tsx';
import { hallWords } from '../i18n/hall-words.ts';
import { useEngine } from '../state/engine-context.ts';
import { hallUrl, parseHallAddress } from '../state/hall-address.ts';
import { placeName } from '../state/hall-route-words.ts';
import { useLoaded } from '../state/use-loaded.ts';

function FloorTabs({ hall, floor }: { hall: Hall; floor: HallFloor }) {
  if (hall.floors.length < 2) return null;
  return (
    <nav class="tabs hall-floors" aria-label={hallWords('floors')}>
      {hall.floors.map(({ id, name }) => (
        <a
          key={id}
          class="tabs__tab"
          href={hallUrl({ floor: id })}
          aria-current={id === floor.id ? 'page' : undefined}
          lang="zh-CN"
        >
          {name}
        </a>
      ))}
    </nav>
  );
}

/** Every place of a floor as a large target: the drawing's own may be small. */
function PlaceList({ floor, chosenId }: { floor: HallFloor; chosenId: string | null }) {
  return (
    <section class="hall-info">
      <h2 class="section-title">{hallWords('placesOn', { floor: floor.name })}</h2>
      <ul class="nodes hall-places" aria-label={hallWords('places')}>
        {floor.areas.map((area) => (
          <li key={area.id}>
            <a
              class="node"
              href={hallUrl({ place: area.id })}
              aria-current={area.id === chosenId ? 'true' : undefined}
            >
              <Icon node={hallIcons[area.kind]} class="node__icon" />
              <span class="node__words" lang="zh-CN">
                <span class="node__title">{placeName(area)}</span>
                <span class="node__basis">{hallWords(`kind.${area.kind}`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where this terminal stands, by the name staff gave it. */
function useHere(hall: Hall) {
  const engine = useEngine();
  const name = useLoaded('hall terminal', async () => (await engine.settings.load()).terminalName ?? null);
  return useMemo(() => pointOf(hall, name.value ?? null), [hall, name.value]);
}

function Plan({ hall, venue }: { hall: Hall; venue: VenueProfile }) {
  const { url, route: go } = useLocation();
  const address = parseHallAddress(url);
  const [isStepFree, setIsStepFree] = useState(false);
  const here = useHere(hall);
  const chosen = findArea(hall, address.place ?? null);
  const way = useMemo(
    () => (chosen && here ? findRoute(hall, here, chosen.area.id, { isStepFree }) : null),
    [hall, here, chosen?.area.id, isStepFree],
  );
  const byAddress = hall.floors.find(({ id }) => id === address.floor);
  const byHere = hall.floors.find(({ id }) => id === here?.floorId);
  const floor = byAddress ?? chosen?.floor ?? byHere ?? hall.floors[0];
  if (floor === undefined) {
    return <StatePanel icon={MapPinOff} title={hallWords('none')} line={hallWords('noneLine')} />;
  }
  const leg = way?.legs.findLast(({ floorId }) => floorId === floor.id) ?? null;
  const firstLeg = way && way.legs.length > 1 ? way.legs[0] : undefined;
  const startFloor = hall.floors.find(({ id }) => id === firstLeg?.floorId);
  const isOverFloors = firstLeg && startFloor && startFloor.id !== floor.id;
  const choose = (place: string) => go(hallUrl({ place }));
  return (
    <>
      <FloorTabs hall={hall} floor={floor} />
      <div class={isOverFloors ? 'hall-figures hall-figures--two' : 'hall-figures'}>
        {isOverFloors && (
          <figure>
            <figcaption lang="zh-CN">{startFloor.name}</figcaption>
            <HallMap
              floor={startFloor}
              chosenId={firstLeg.by?.id ?? null}
              here={here}
              leg={firstLeg}
              onChoose={choose}
            />
          </figure>
        )}
        <figure>
          {isOverFloors && <figcaption lang="zh-CN">{floor.name}</figcaption>}
          <HallMap floor={floor} chosenId={chosen?.area.id ?? null} here={here} leg={leg} onChoose={choose} />
        </figure>
      </div>
      {address.place && !chosen && <p class="screen-note">{hallWords('lost')}</p>}
      {chosen && (
        <HallPlace
          key={chosen.area.id}
          hall={hall}
          venue={venue}
          floor={chosen.floor}
          area={chosen.area}
          here={here}
          route={way}
          isStepFree={isStepFree}
          onStepFree={setIsStepFree}
        />
      )}
      {!chosen && <PlaceList floor={floor} chosenId={null} />}
    </>
  );
}

/** `/hall`, `/hall?floor=…` or `/hall?place=…` */
export default function HallScreen() {
  const venue = useEngine().manifest.value?.venue;
  const hall = venue?.hall ?? emptyHall;
  return (
    <div class="screen screen--hall">
      <h1 class="screen-title">{hallWords('title')}</h1>
      {venue && <Plan hall={hall} venue={venue} />}
      {venue && <HallHours venue={venue} />}
      <HallContacts hall={venue?.hall} />
    </div>
  );
}
