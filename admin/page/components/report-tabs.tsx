// The pages of ledgers and reports.
import { type Tab, TabBar } from './tab-bar.tsx';

const tabs: readonly Tab[] = [
  { href: '/admin/ledgers', label: 'reports.tab.ledgers' },
  { href: '/admin/ledgers/bulletins', label: 'reports.tab.bulletins' },
  { href: '/admin/ledgers/coverage', label: 'reports.tab.coverage' },
  { href: '/admin/ledgers/annual', label: 'reports.tab.annual' },
];

export const ReportTabs = () => <TabBar label="place.ledgers" tabs={tabs} />;
