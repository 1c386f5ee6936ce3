// Which controls a key can reach now: those of the sheet that is open, else those of the screen, in their order.

const controlSelector =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [role="slider"]';
/** What stands together and is one thing to choose from. */
const groupSelector =
  'ul, ol, nav, fieldset, form, dl, dialog, .tiles, .chips, .rail__places, .rail__aids, .keypad';
/** More than these to choose from are offered in parts. */
const largestGroup = 8;

/** The sheet or question on top, else the whole page. */
function topLayer(): ParentNode {
  return [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
}

export function reachableControls(): HTMLElement[] {
  const all = topLayer().querySelectorAll<HTMLElement>(controlSelector);
  return [...all].filter((control) => control.checkVisibility() && control.tabIndex >= 0);
}

/** The controls in groups as the eye sees them, none larger than eight. */
export function controlGroups(): HTMLElement[][] {
  const groups: { readonly home: Element | null; readonly members: HTMLElement[] }[] = [];
  for (const control of reachableControls()) {
    const home = control.closest(groupSelector);
    const last = groups.at(-1);
    const hasRoom = last !== undefined && last.members.length < largestGroup;
    if (hasRoom && home !== null && last.home === home) last.members.push(control);
    else groups.push({ home, members: [control] });
  }
  return groups.map(({ members }) => members);
}
