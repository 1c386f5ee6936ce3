// A section tile: icon, name and one line of what is in it.
import { ChevronRight, type IconNode } from 'lucide';
import { Icon } from './icon.tsx';

interface TileProps {
  readonly icon: IconNode;
  readonly name: string;
  readonly line: string;
  readonly href: string;
  /** The name is content, not interface. */
  readonly isContent?: boolean;
}

export function Tile({ icon, name, line, href, isContent }: TileProps) {
  return (
    <a class="tile" href={href}>
      <span class="tile__mark">
        <Icon node={icon} />
      </span>
      <span class="tile__words">
        <span class="tile__name" lang={isContent ? 'zh-CN' : undefined}>
          {name}
        </span>
        <span class="tile__line figures">{line}</span>
      </span>
      <Icon node={ChevronRight} class="tile__chevron" />
    </a>
  );
}
