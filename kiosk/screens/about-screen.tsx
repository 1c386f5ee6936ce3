// The page every terminal has even without any content: the venue, and how to use the screen.
import { BadgeCheck, BookOpenText, type IconNode, LogOut, Search, Smartphone } from 'lucide';
import type { VenueProfile } from '#shared/catalogue/venue.ts';
import { FactTable } from '../components/fact-table.tsx';
import { Icon } from '../components/icon.tsx';
import { t } from '../i18n/translate.ts';
import { useEngine } from '../state/engine-context.ts';

function venueFacts(venue: VenueProfile) {
  const facts = [
    { name: t('about.name'), value: venue.name },
    { name: t('about.address'), value: venue.address },
    { name: t('about.hours'), value: venue.hours },
    { name: t('about.phone'), value: venue.phone },
    { name: t('about.supervision'), value: venue.supervisionPhone },
  ];
  return facts.filter((fact) => fact.value !== null);
}

function HowCard({ icon, title, line }: { icon: IconNode; title: string; line: string }) {
  return (
    <li class="how">
      <Icon node={icon} class="how__icon" />
      <h3 class="how__title">{title}</h3>
      <p class="how__line">{line}</p>
    </li>
  );
}

/** The instructions alone, for the first sync and other screens that must not be blank. */
export function HowToUse() {
  return (
    <section>
      <h2 class="section-title">{t('about.how')}</h2>
      <ul class="hows">
        <HowCard icon={Search} title={t('about.find')} line={t('about.findLine')} />
        <HowCard icon={BookOpenText} title={t('about.read')} line={t('about.readLine')} />
        <HowCard icon={Smartphone} title={t('about.take')} line={t('about.takeLine')} />
        <HowCard icon={LogOut} title={t('about.leave')} line={t('about.leaveLine')} />
        <HowCard icon={BadgeCheck} title={t('about.trust')} line={t('about.trustLine')} />
      </ul>
    </section>
  );
}

export function AboutScreen() {
  const venue = useEngine().manifest.value?.venue;
  return (
    <div class="screen screen--about">
      <h1 class="screen-title">{t('about.title')}</h1>
      {venue && (
        <section>
          <h2 class="section-title">{t('about.venue')}</h2>
          <FactTable facts={venueFacts(venue)} />
        </section>
      )}
      <HowToUse />
    </div>
  );
}
