// The two ways to publish: what is approved now, or versions that go out together.
import { type Tab, TabBar } from './tab-bar.tsx';

const tabs: readonly Tab[] = [
  { href: '/admin/publish', label: 'publish.tab.now' },
  { href: '/admin/publish/groups', label: 'publish.tab.groups' },
];

export const PublishTabs = () => <TabBar label="place.publish" tabs={tabs} />;
