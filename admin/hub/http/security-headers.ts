// Headers every answer of the hub carries, whatever produced it.
import type { MiddlewareHandler } from 'hono';
import { dataPolicy } from './content-security-policy.ts';
import type { HubEnv } from './hub-env.ts';

/** Device features no page of ours uses; the kiosk may go full screen and keep the display awake. */
const permissionsPolicy = [
  'accelerometer=()',
  'camera=()',
  'display-capture=()',
  'geolocation=()',
  'gyroscope=()',
  'magnetometer=()',
  'microphone=()',
  'midi=()',
  'payment=()',
  'publickey-credentials-get=()',
  'serial=()',
  'usb=()',
  'fullscreen=(self)',
  'screen-wake-lock=(self)',
].join(', ');

/** For the one page that gathers QR codes by camera, and asks before it does. */
export const cameraPermissions = permissionsPolicy.replace('camera=()', 'camera=(self)');

const oneYearSeconds = 31_536_000;

/**
 * Sets the defaults after the handler ran; a handler's own `content-security-policy` wins, anything without one
 * gets the policy under which nothing runs. HSTS (RFC 6797 §7.2) is only sent when the public address is https.
 */
export function securityHeaders(isTls: boolean): MiddlewareHandler<HubEnv> {
  return async (c, next) => {
    await next();
    const headers = c.res.headers;
    if (!headers.has('content-security-policy')) c.header('content-security-policy', dataPolicy);
    c.header('x-content-type-options', 'nosniff');
    if (!headers.has('referrer-policy')) c.header('referrer-policy', 'no-referrer');
    if (!headers.has('permissions-policy')) c.header('permissions-policy', permissionsPolicy);
    c.header('cross-origin-opener-policy', 'same-origin');
    c.header('cross-origin-resource-policy', 'same-origin');
    if (!headers.has('x-frame-options')) c.header('x-frame-options', 'DENY');
    if (isTls) c.header('strict-transport-security', `max-age=${oneYearSeconds}`);
  };
}
