// The pages of the settings.
import { type Tab, TabBar } from './tab-bar.tsx';

const tabs: readonly Tab[] = [
  { href: '/admin/settings', label: 'settings.tab.venue', act: 'desk.read' },
  { href: '/admin/settings/agencies', label: 'settings.tab.agencies', act: 'settings.read' },
  { href: '/admin/settings/procedures', label: 'procedures.name', act: 'settings.read' },
  { href: '/admin/settings/synonyms', label: 'settings.tab.synonyms', act: 'settings.read' },
  { href: '/admin/settings/holidays', label: 'settings.tab.holidays', act: 'settings.read' },
  { href: '/admin/settings/hall', label: 'settings.tab.hall', act: 'settings.read' },
  { href: '/admin/settings/cases', label: 'settings.tab.cases', act: 'cases.settings' },
  { href: '/admin/settings/accounts', label: 'settings.tab.accounts', act: 'accounts.manage' },
  { href: '/admin/settings/feeds', label: 'settings.tab.feeds', act: 'feeds.manage' },
  { href: '/admin/settings/audit', label: 'settings.tab.audit', act: 'audit.read' },
];

export const SettingsTabs = () => <TabBar label="place.settings" tabs={tabs} />;
