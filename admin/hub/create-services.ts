// Plugs the store, editorial work, publishing and accounts together into what the hub's HTTP side asks for.

import { createAccountServices } from './accounts/create-account-services.ts';
import { createCalendarService } from './calendar/calendar-service.ts';
import { createCaseHandling } from './cases/handling/handling-service.ts';
import { createCaseIntake } from './cases/intake/case-intake.ts';
import { openCaseDesk } from './cases/open-case-desk.ts';
import { createCasePapers } from './cases/papers/paper-service.ts';
import { createCasePrivacy } from './cases/privacy/case-privacy.ts';
import { createConsultationService } from './consultations/consultation-service.ts';
import { intakeOfReplies } from './consultations/intake-of-replies.ts';
import { createDeadlineService } from './deadlines/deadline-service.ts';
import { createEventService } from './deadlines/event-service.ts';
import { createAuditService } from './editorial/audit.ts';
import { instant } from './editorial/desk.ts';
import { importFiles } from './editorial/import/import-files.ts';
import { createRecordService } from './editorial/record-service.ts';
import { createSynonymService } from './editorial/synonyms.ts';
import { createTreeService } from './editorial/tree-service.ts';
import { createVenueService } from './editorial/venue-service.ts';
import { createFeedService } from './feeds/feed-service.ts';
import { createGroupPreviewService } from './group-preview/group-preview-service.ts';
import { createHealthService } from './health-service.ts';
import type { AttachmentService, HubServices, HubSettings, ImportService } from './http/hub-services.ts';
import { attachmentMediaType } from './http/static/media-types.ts';
import { importFields } from './ingest/import-fields.ts';
import { checkOnSave } from './lint/checked-records.ts';
import { createLintService, type LintService } from './lint/lint-service.ts';
import type { DataFolder } from './open-data-folder.ts';
import { nodeEngine } from './publish/node-engine.ts';
import { currentVersion, openRelease } from './publish/open-release.ts';
import { createPublishingService } from './publishing-service.ts';
import { createRegisterService } from './registers/register-service.ts';
import { dutiesOfStore } from './reports/bulletins/duty-source.ts';
import { casesOfStore } from './reports/ledgers/case-source.ts';
import { createReportServices } from './reports/report-services.ts';
import { createStatisticsService } from './statistics/statistics-service.ts';
import { createHandoffListStore } from './store/handoff-list-store.ts';
import { createTerminalStore } from './store/terminal-store.ts';
import { createTransferService } from './transfers/transfer-service.ts';
import { openVoice } from './voice/open-voice.ts';
import { createWithheldService } from './withheld/withheld-service.ts';
import { createWorkflowService } from './workflow/workflow-service.ts';

/** After this many stored rows the planner's statistics are worth refreshing. */
const optimiseAfterRows = 1000;

/** Nothing runs and nothing is written until a service is called. */
export function createServices(
  folder: DataFolder,
  settings: HubSettings,
  log: HubServices['log'],
): HubServices {
  const { desk, paths } = folder;
  const lint = createLintService(desk, log);
  const cases = openCaseDesk(folder);
  return {
    settings,
    now: desk.now,
    randomBytes: desk.randomBytes,
    log,
    ...createAccountServices(desk, paths.keys),
    records: checkOnSave(createRecordService(desk), lint),
    lint,
    workflow: createWorkflowService(desk),
    registers: createRegisterService(desk),
    transfers: createTransferService(desk),
    withheld: createWithheldService(desk),
    consultations: createConsultationService(cases),
    caseIntake: intakeOfReplies(cases, createCaseIntake(cases)),
    casePrivacy: createCasePrivacy(cases),
    caseHandling: createCaseHandling(cases),
    casePapers: createCasePapers(cases),
    voice: openVoice(folder),
    venue: createVenueService(desk),
    tree: createTreeService(desk),
    synonyms: createSynonymService(desk),
    calendar: createCalendarService(desk),
    deadlines: createDeadlineService(desk),
    events: createEventService(desk),
    attachments: createAttachmentService(folder),
    imports: createImportService(folder, lint),
    publishing: createPublishingService(folder, settings.publicUrl),
    groupPreview: createGroupPreviewService(folder, settings.publicUrl),
    release: {
      currentVersion: () => currentVersion(paths.release),
      open: () => openRelease(paths.release, nodeEngine, desk.now),
    },
    terminals: createTerminalStore(desk.db),
    handoffLists: createHandoffListStore(desk),
    feeds: createFeedService(desk),
    audit: createAuditService(desk),
    reports: createReportServices(desk, dutiesOfStore, casesOfStore(cases)),
    statistics: createStatisticsService(desk),
    health: createHealthService(folder),
  };
}

/** The file is in place before the row that names it. */
function createAttachmentService({ desk }: DataFolder): AttachmentService {
  return {
    pathOf: (sha256) => desk.attachments.pathOf(sha256),
    adopt: async ({ path, sha256, bytes, name }) => {
      await desk.attachments.adopt(path, sha256);
      await desk.db
        .insertInto('attachments')
        .values({ sha256, media_type: attachmentMediaType(name), bytes, created_at: instant(desk) })
        .onConflict((conflict) => conflict.column('sha256').doNothing())
        .execute();
    },
  };
}

function createImportService({ desk, store }: DataFolder, lint: LintService): ImportService {
  return {
    fields: importFields,
    run: async (request) => {
      const { files } = await importFiles(desk, request);
      const stored = files.reduce((sum, file) => sum + file.created + file.updated, 0);
      if (!request.isDryRun && stored >= optimiseAfterRows) store.optimise();
      if (!request.isDryRun) lint.sweep();
      return files;
    },
  };
}
