// Keeps a visitor's fingers and keys from leaving the page: no menus, drags, zooms or dropped files.

const zoomKeys = new Set(['+', '-', '=', '0']);

function prevent(event: Event): void {
  event.preventDefault();
}

/** Ctrl with a wheel or with + − 0 zooms the browser, which the terminal sizes by itself. */
function preventWheelZoom(event: WheelEvent): void {
  if (event.ctrlKey) event.preventDefault();
}

function preventKeyZoom(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && zoomKeys.has(event.key)) event.preventDefault();
}

/** A second finger would start a pinch where `touch-action` does not reach. */
function preventPinch(event: TouchEvent): void {
  if (event.touches.length > 1 && event.cancelable) event.preventDefault();
}

/** Puts the guards on the document; call once. */
export function guardGestures(): void {
  for (const name of ['contextmenu', 'dragstart', 'dragover', 'drop', 'gesturestart']) {
    document.addEventListener(name, prevent);
  }
  document.addEventListener('wheel', preventWheelZoom, { passive: false });
  document.addEventListener('keydown', preventKeyZoom);
  document.addEventListener('touchmove', preventPinch, { passive: false });
}
