// One way to speak up, as a card: where it leads and what it is for.
import { ChevronRight, type IconNode } from 'lucide';
import { Icon } from '../icon.tsx';

interface DoorProps {
  readonly icon: IconNode;
  readonly title: string;
  readonly line: string;
}

function Words({ icon, title, line }: DoorProps) {
  return (
    <>
      <Icon node={icon} class="node__icon" />
      <span class="node__words">
        <span class="node__title">{title}</span>
        <span class="node__basis">{line}</span>
      </span>
      <Icon node={ChevronRight} class="node__chevron" />
    </>
  );
}

export function VoiceLink({ href, ...words }: DoorProps & { readonly href: string }) {
  return (
    <a class="node voice-door" href={href}>
      <Words {...words} />
    </a>
  );
}

export function VoiceButton({ onClick, ...words }: DoorProps & { readonly onClick: () => void }) {
  return (
    <button type="button" class="node voice-door" onClick={onClick}>
      <Words {...words} />
    </button>
  );
}
