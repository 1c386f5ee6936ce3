// Keeps a visitor's fingers and mouse from leaving the page: no menus, drags, zooms, dropped files, back buttons.

/** Buttons of a mouse: the wheel opens links in new windows and pastes, the two at its side walk through history. */
const closedButtons = new Set([1, 3, 4]);

function prevent(event: Event): void {
  event.preventDefault();
}

/** Ctrl with a wheel zooms the browser, which the terminal sizes by itself. */
function preventWheelZoom(event: WheelEvent): void {
  if (event.ctrlKey) event.preventDefault();
}

function preventClosedButton(event: MouseEvent): void {
  if (closedButtons.has(event.button)) event.preventDefault();
}

/** A second finger would start a pinch where `touch-action` does not reach. */
function preventPinch(event: TouchEvent): void {
  if (event.touches.length > 1 && event.cancelable) event.preventDefault();
}

/** Puts the guards on the window, before anything else listens; call once. */
export function guardGestures(target: Window): void {
  for (const name of ['contextmenu', 'dragstart', 'dragenter', 'dragover', 'drop', 'gesturestart'])
    target.addEventListener(name, prevent, { capture: true });
  for (const name of ['mousedown', 'mouseup', 'auxclick'] as const)
    target.addEventListener(name, preventClosedButton, { capture: true });
  target.addEventListener('wheel', preventWheelZoom, { capture: true, passive: false });
  target.addEventListener('touchmove', preventPinch, { capture: true, passive: false });
}
