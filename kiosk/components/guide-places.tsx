// Where a guide is handled: every place with its window, hours and phone, large enough to copy by hand.
import { Clock, DoorOpen, type IconNode, MapPin, Phone } from 'lucide';
import type { ComponentChildren } from 'preact';
import type { GuidePlace } from '#shared/catalogue/details.ts';
import { t } from '../i18n/translate.ts';
import { HallLink } from './hall-link.tsx';
import { Icon } from './icon.tsx';

interface PlaceLineProps {
  readonly icon: IconNode;
  readonly name: string;
  readonly isLarge?: boolean;
  readonly children: ComponentChildren;
}

function PlaceLine({ icon, name, isLarge = false, children }: PlaceLineProps) {
  if (!children) return null;
  return (
    <div class={isLarge ? 'place__line place__line--large' : 'place__line'}>
      <dt class="place__label">
        <Icon node={icon} />
        <span>{name}</span>
      </dt>
      <dd class="place__value figures" lang="zh-CN">
        {children}
      </dd>
    </div>
  );
}

function Place({ place, title }: { place: GuidePlace; title: string | null }) {
  return (
    <li class="place">
      {title && (
        <h3 class="place__title" lang={place.name ? 'zh-CN' : undefined}>
          {title}
        </h3>
      )}
      <dl class="place__lines">
        <PlaceLine icon={MapPin} name={t('guide.address')} isLarge>
          {place.address}
        </PlaceLine>
        <PlaceLine icon={DoorOpen} name={t('guide.window')} isLarge>
          {place.window}
        </PlaceLine>
        <PlaceLine icon={Clock} name={t('guide.hours')}>
          {place.hours}
        </PlaceLine>
        <PlaceLine icon={Phone} name={t('guide.phone')} isLarge>
          {place.phone}
        </PlaceLine>
      </dl>
      <HallLink window={place.window} />
    </li>
  );
}

export function GuidePlaces({ places }: { places: readonly GuidePlace[] }) {
  const titleOf = (place: GuidePlace, index: number) =>
    place.name ?? (places.length > 1 ? t('guide.place', { number: index + 1 }) : null);
  return (
    <ul class="places">
      {places.map((place, index) => (
        <Place key={index} place={place} title={titleOf(place, index)} />
      ))}
    </ul>
  );
}
