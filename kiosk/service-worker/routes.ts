// Which addresses of the hub are none of the kiosk's business.

/** The hub's API, releases, the desk's preview, and the pages that are not the kiosk's. */
export const foreignPaths: readonly RegExp[] = [
  /^\/(api|release|admin|m|screen|preview|open-data)(\/|$)/,
  /^\/feed\.(atom|json)$/,
  /^\/sw\.js$/,
];
