// The content security policies of the hub's pages: each page may do what it needs and nothing else.

const nothing = {
  'default-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
} as const;

/**
 * Kiosk and admin page. The admin page frames the kiosk's preview. Workers and the manifest come from the hub itself; images may be drawn on a canvas
 * (blob:) or sit in a Word document's text (data:). No inline script or style, no eval.
 */
const app = {
  ...nothing,
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'frame-src': "'self'",
} as const;
export const appPolicy = serialise(app);

/** The kiosk's page at `/preview`: the one page that may be framed, and only by the hub's own admin page. */
export const previewPolicy = serialise({ ...app, 'frame-src': "'none'", 'frame-ancestors': "'self'" });

/**
 * The script of pdf.js's worker. A worker obeys the policy of its own script, and pdf.js 5 decodes JBIG2 and
 * CCITT images (every scanned paper) only through WebAssembly, so this one script may compile it; no page may.
 */
export const pdfWorkerPolicy = serialise({
  ...nothing,
  'script-src': "'self' 'wasm-unsafe-eval'",
  'connect-src': "'self'",
});

/** The script of the phone's service worker: it fetches pages of ours to keep them, and does nothing else. */
export const phoneWorkerPolicy = serialise({ ...nothing, 'connect-src': "'self'" });

/** The phone page: text, style, a little script, and a form that searches. */
export const phonePolicy = serialise({
  ...nothing,
  'form-action': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
});

/** Papers to print: text, tables and a button that prints them. */
export const printPolicy = serialise({ ...nothing, 'script-src': "'self'", 'style-src': "'self'" });

/** The page behind an upload link: as the phone page, and its script sends the form. */
export const sendPolicy = serialise({
  ...nothing,
  'form-action': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
});

/** Residents' forms: as the page behind an upload link, and photos are shown before they are sent. */
export const formPolicy = serialise({
  ...nothing,
  'form-action': "'self'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
});

/** Everything that is not a page: API answers, downloads, release files. Nothing may run, even when opened. */
export const dataPolicy = serialise({ ...nothing, sandbox: '' });

function serialise(directives: Readonly<Record<string, string>>): string {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ');
}
