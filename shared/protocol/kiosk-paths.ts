// The addresses of the kiosk's own screens, so that hub and service worker answer each with the kiosk's page.

/**
 * First segments of the kiosk's addresses besides `/`. A request for `/` or for an address below one of
 * these gets `index.html` of the kiosk: its router shows the screen, also after a reload.
 */
export const kioskPathSegments = [
  'browse',
  'search',
  'record',
  'agency',
  'guides',
  'consultations',
  'registers',
  'disclosure',
  'list',
  'about',
  'hall',
  'figures',
  'voice',
  'staff',
] as const;

/** The wall screen's one address; it has its own page in the kiosk's folder. */
export const wallScreenPath = '/screen/';

/** Whether a path such as `/record/r1` is one the kiosk's page answers. */
export function isKioskPath(path: string): boolean {
  if (path === '/' || path === '/index.html') return true;
  const first = path.split('/')[1] ?? '';
  return kioskPathSegments.some((segment) => segment === first);
}
