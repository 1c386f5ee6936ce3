// The places of the desk under a few headings, at the left of every screen; those an account has no act for are not there.
import type { IconNode } from 'lucide';
import {
  BookOpenCheck,
  CalendarCheck,
  CalendarClock,
  ChartNoAxesCombined,
  CircleQuestionMark,
  EyeOff,
  FileInput,
  FileText,
  FolderTree,
  Inbox,
  LibraryBig,
  LogOut,
  MessageSquareQuote,
  MessageSquareText,
  MessagesSquare,
  MonitorSmartphone,
  Send,
  Settings as SettingsIcon,
  ShieldCheck,
  Stamp,
} from 'lucide';
import { useLocation } from 'preact-iso';
import type { Act } from '#shared/accounts/acts.ts';
import { type MessageKey, t } from '../i18n/index.ts';
import { may, session } from '../state/session.ts';
import { Icon } from './icon.tsx';
import { LanguageButton } from './language-button.tsx';

interface Place {
  readonly href: string;
  readonly label: MessageKey;
  readonly icon: IconNode;
  /** Whoever may not do this has no business there. */
  readonly act: Act;
}

interface PlaceGroup {
  /** Null for places that stand by themselves. */
  readonly heading: MessageKey | null;
  readonly places: readonly Place[];
}

/** In the order of the work: what comes in, what is decided about it, what goes out, how the house is kept. */
const groups: readonly PlaceGroup[] = [
  {
    heading: null,
    places: [{ href: '/admin/', label: 'place.today', icon: CalendarCheck, act: 'desk.read' }],
  },
  {
    heading: 'places.content',
    places: [
      { href: '/admin/records', label: 'place.records', icon: FileText, act: 'records.read' },
      { href: '/admin/tree', label: 'place.tree', icon: FolderTree, act: 'records.read' },
      { href: '/admin/registers', label: 'place.registers', icon: LibraryBig, act: 'records.read' },
      { href: '/admin/import', label: 'place.import', icon: FileInput, act: 'imports.run' },
      { href: '/admin/transfers', label: 'place.transfers', icon: Inbox, act: 'transfers.read' },
    ],
  },
  {
    heading: 'places.duty',
    places: [
      { href: '/admin/reviews', label: 'place.reviews', icon: Stamp, act: 'records.read' },
      { href: '/admin/findings', label: 'place.findings', icon: ShieldCheck, act: 'records.read' },
      { href: '/admin/deadlines', label: 'place.deadlines', icon: CalendarClock, act: 'deadlines.read' },
      { href: '/admin/withheld', label: 'place.withheld', icon: EyeOff, act: 'withheld.read' },
      { href: '/admin/ledgers', label: 'place.ledgers', icon: BookOpenCheck, act: 'ledgers.read' },
    ],
  },
  {
    heading: 'places.public',
    places: [
      { href: '/admin/cases', label: 'place.cases', icon: MessagesSquare, act: 'cases.read' },
      {
        href: '/admin/consultations',
        label: 'place.consultations',
        icon: MessageSquareQuote,
        act: 'cases.read',
      },
      { href: '/admin/voice', label: 'place.voice', icon: MessageSquareText, act: 'voice.read' },
    ],
  },
  {
    heading: 'places.out',
    places: [
      { href: '/admin/publish', label: 'place.publish', icon: Send, act: 'release.read' },
      { href: '/admin/terminals', label: 'place.terminals', icon: MonitorSmartphone, act: 'terminals.read' },
      {
        href: '/admin/statistics',
        label: 'place.statistics',
        icon: ChartNoAxesCombined,
        act: 'statistics.read',
      },
    ],
  },
  {
    heading: 'places.house',
    places: [{ href: '/admin/settings', label: 'place.settings', icon: SettingsIcon, act: 'desk.read' }],
  },
];

/** The groups with what this account may open; a group with nothing left is not shown. */
export function permittedGroups(isPermitted: (act: Act) => boolean): readonly PlaceGroup[] {
  return groups
    .map(({ heading, places }) => ({ heading, places: places.filter(({ act }) => isPermitted(act)) }))
    .filter(({ places }) => places.length > 0);
}

const isHere = (path: string, href: string) =>
  href === '/admin/' ? path === '/admin' : path === href || path.startsWith(`${href}/`);

function GroupPlaces({ group, path }: { readonly group: PlaceGroup; readonly path: string }) {
  return (
    <div class="places-group">
      {group.heading !== null && <p class="places-heading">{t(group.heading)}</p>}
      <ul>
        {group.places.map(({ href, label, icon }) => (
          <li key={href}>
            <a href={href} {...(isHere(path, href) ? { 'aria-current': 'page' as const } : {})}>
              <Icon node={icon} /> {t(label)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface PlacesProps {
  readonly onHelp: () => void;
  readonly onSignOut: () => void;
}

export function Places({ onHelp, onSignOut }: PlacesProps) {
  const { path } = useLocation();
  return (
    <nav class="places" aria-label={t('place.navigation')}>
      <p class="places-brand">
        <img src="/icon.svg" alt="" /> {t('app.name')}
      </p>
      <div class="places-groups">
        {permittedGroups(may).map((group) => (
          <GroupPlaces key={group.heading} group={group} path={path} />
        ))}
      </div>
      <div class="places-foot">
        <span class="places-who">{session.value?.account.displayName}</span>
        <button type="button" class="button button-on-dark" onClick={onHelp}>
          <Icon node={CircleQuestionMark} /> {t('help.open')}
        </button>
        <LanguageButton look="button-on-dark" />
        <button type="button" class="button button-on-dark" onClick={onSignOut}>
          <Icon node={LogOut} /> {t('signOut')}
        </button>
      </div>
    </nav>
  );
}
