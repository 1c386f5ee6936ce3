// For people who have one or two switches: groups are offered one after the other, then what is in the chosen one.
import { controlGroups } from './controls.ts';

/** What switch boxes are set to send: one key goes on, one takes what is offered. */
export const advanceKey = 'F8';
export const selectKey = 'F9';
/** With the taking switch alone, what is offered changes by itself after this long, in milliseconds. */
const ownPaceMs = 1_800;
/** Changes by itself without an answer before it gives up: the visitor has left or was only trying. */
const mostChanges = 60;
/** Marks what is offered; the style sheet draws it. */
export const scanAttribute = 'data-scanned';

/** What is offered: a group, or one of its members. */
interface Offer {
  readonly group: number;
  /** Null while whole groups are offered. */
  readonly member: number | null;
}

function membersOf(groups: readonly HTMLElement[][], { group, member }: Offer): readonly HTMLElement[] {
  const members = groups[group] ?? [];
  if (member === null) return members;
  const one = members[member];
  return one ? [one] : [];
}

/** The next group; within one, the next member, and after the last the group itself. */
function following(groups: readonly HTMLElement[][], offer: Offer): Offer {
  const size = groups[offer.group]?.length ?? 0;
  if (offer.member === null) return { group: (offer.group + 1) % Math.max(groups.length, 1), member: null };
  return { ...offer, member: offer.member + 1 < size ? offer.member + 1 : null };
}

class SwitchScan {
  private offer: Offer | null = null;
  private marked: readonly Element[] = [];
  private timer: ReturnType<typeof setInterval> | undefined;
  private changes = 0;

  advance(): void {
    const groups = controlGroups();
    this.show(groups, this.offer === null ? { group: 0, member: null } : following(groups, this.offer));
  }

  /** Takes what is offered; with nothing offered it begins to offer by itself. */
  select(): void {
    this.changes = 0;
    if (this.offer === null) {
      this.advance();
      this.goOnAlone();
      return;
    }
    const groups = controlGroups();
    const members = membersOf(groups, this.offer);
    const [only] = members;
    if (members.length > 1) this.show(groups, { group: this.offer.group, member: 0 });
    else if (only) this.take(only);
    else this.advance();
  }

  clear(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.offer = null;
    this.mark([]);
  }

  private goOnAlone(): void {
    this.timer = setInterval(() => {
      this.changes += 1;
      if (this.changes > mostChanges) this.clear();
      else this.advance();
    }, ownPaceMs);
  }

  private take(control: HTMLElement): void {
    const wasAlone = this.timer !== undefined;
    this.clear();
    control.focus();
    control.click();
    if (wasAlone) this.goOnAlone();
  }

  private show(groups: readonly HTMLElement[][], offer: Offer): void {
    this.offer = offer;
    const members = membersOf(groups, offer);
    this.mark(members);
    members[0]?.scrollIntoView({ block: 'nearest' });
    if (offer.member !== null) members[0]?.focus({ preventScroll: true });
  }

  private mark(members: readonly Element[]): void {
    for (const element of this.marked) element.removeAttribute(scanAttribute);
    for (const element of members) element.setAttribute(scanAttribute, '');
    this.marked = members;
  }
}

/** Listens from now on; a touch ends the offering. The answer stops it. */
export function startSwitchScan(): () => void {
  const scan = new SwitchScan();
  const press = (event: KeyboardEvent) => {
    if (event.repeat) return;
    if (event.key === advanceKey) scan.advance();
    if (event.key === selectKey) scan.select();
  };
  const touch = () => scan.clear();
  addEventListener('keydown', press);
  addEventListener('pointerdown', touch);
  return () => {
    scan.clear();
    removeEventListener('keydown', press);
    removeEventListener('pointerdown', touch);
  };
}
