// The pages of visitors' voices.
import { type Tab, TabBar } from './tab-bar.tsx';

const tabs: readonly Tab[] = [
  { href: '/admin/voice', label: 'voice.ratings' },
  { href: '/admin/voice/unhelpful', label: 'voice.unhelpful' },
  { href: '/admin/voice/wishes', label: 'voice.wishes' },
  { href: '/admin/voice/settings', label: 'voice.settings' },
];

export function VoiceTabs() {
  return <TabBar label="place.voice" tabs={tabs} />;
}
