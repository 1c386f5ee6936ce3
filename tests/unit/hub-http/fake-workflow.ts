// A fake of the way to the public: nothing waits, nothing is planned, and nothing is known.
import type { HubServices } from '#hub/http/hub-services.ts';
import { AppError } from '#shared/errors/app-error.ts';

export function fakeWorkflow(): HubServices['workflow'] {
  const missing = async () => {
    throw new AppError('not-found', { what: 'record' });
  };
  const nothing = async () => ({ done: 0, skipped: [] });
  return {
    procedures: async () => [
      { id: 'default', title: '通用程序', steps: ['self-check', 'secrecy', 'approval'], nodeIds: [] },
    ],
    saveProcedures: async () => {},
    reviews: async () => ({ total: 0, reviews: [], next: null }),
    submit: nothing,
    recall: nothing,
    decide: nothing,
    ofRecord: missing,
    comment: missing,
    resolveComment: missing,
    emergency: missing,
    schedule: missing,
    unschedule: missing,
    archive: missing,
    supersede: missing,
    restore: missing,
    groups: async () => [],
    group: missing,
    createGroup: missing,
    updateGroup: missing,
    removeGroup: missing,
    releaseGroup: missing,
    refuseImportApproval: async () => {},
    releaseDue: async () => {},
    publishOrders: async () => [],
    settleOrders: async () => {},
  };
}
