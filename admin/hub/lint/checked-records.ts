// Records whose newest version is checked whenever it is saved, and before it is approved.
import type { RecordService } from '../http/hub-services.ts';
import type { LintService } from './lint-service.ts';

/** Saving never waits for a check; approving does, so that nobody is told to try again. */
export function checkOnSave(
  records: RecordService,
  lint: Pick<LintService, 'schedule' | 'ensure'>,
): RecordService {
  return {
    ...records,
    create: async (input, actor) => {
      const detail = await records.create(input, actor);
      lint.schedule([detail.id]);
      return detail;
    },
    update: async (id, input, baseVersion, actor) => {
      const detail = await records.update(id, input, baseVersion, actor);
      lint.schedule([id]);
      return detail;
    },
    approve: async (ids, actor) => {
      await lint.ensure(ids);
      return records.approve(ids, actor);
    },
  };
}
