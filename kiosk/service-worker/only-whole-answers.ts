// Keeps pages that only look like the application, such as a captive portal's, out of the precache.
import type { WorkboxPlugin } from 'workbox-core';

/** Refuses answers that are not a plain 200 or were redirected; the installation then fails and is tried again. */
export const onlyWholeAnswers: WorkboxPlugin = {
  cacheWillUpdate: async ({ response }) =>
    response.status === 200 && !response.redirected ? response : null,
};
