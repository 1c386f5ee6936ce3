// From the window a guide names to that window on the plan of the hall.
import { MapPin } from 'lucide';
import { windowsNamed } from '#shared/catalogue/window-numbers.ts';
import { hallWords } from '../i18n/hall-words.ts';
import { useEngine } from '../state/engine-context.ts';
import { hallUrl } from '../state/hall-address.ts';
import { placeName } from '../state/hall-route-words.ts';
import { Icon } from './icon.tsx';

const mostLinks = 4;

/** Nothing where the plan has no such window. */
export function HallLink({ window: words }: { window: string | null }) {
  const hall = useEngine().manifest.value?.venue.hall;
  if (!hall || words === null) return null;
  const windows = windowsNamed(hall, words).slice(0, mostLinks);
  if (windows.length === 0) return null;
  return (
    <p class="hall-chips">
      {windows.map((area) => (
        <a key={area.id} class="chip" href={hallUrl({ place: area.id })}>
          <Icon node={MapPin} />
          {hallWords('onPlan', { place: placeName(area) })}
        </a>
      ))}
    </p>
  );
}
