// The whole route table of the API, in the order it is described and mounted.
import type { HubServices } from '../hub-services.ts';
import type { Route } from '../route.ts';
import { accountRoutes } from './accounts.ts';
import { annualReportRoutes } from './annual-reports.ts';
import { attachmentRoutes } from './attachments.ts';
import { bulletinRoutes } from './bulletins.ts';
import { casePaperRoutes } from './case-papers.ts';
import { casePrivacyRoutes } from './case-privacy.ts';
import { caseSettingsRoutes } from './case-settings.ts';
import { caseRoutes } from './cases.ts';
import { publicCaseRoutes } from './cases-public.ts';
import { consultationRoutes } from './consultations.ts';
import { deadlineRoutes } from './deadlines.ts';
import { feedRoutes } from './feeds.ts';
import { findingRoutes } from './findings.ts';
import { groupPreviewRoutes } from './group-preview.ts';
import { hallRoutes } from './hall.ts';
import { handoffListRoutes } from './handoff-lists.ts';
import { healthRoutes } from './health.ts';
import { historyRoutes } from './history.ts';
import { importRoutes } from './imports.ts';
import { ledgerRoutes } from './ledgers.ts';
import { overviewRoutes } from './overview.ts';
import { ownAccountRoutes } from './own-account.ts';
import { procedureRoutes } from './procedures.ts';
import { publishRoutes } from './publish.ts';
import { recordVersionRoutes } from './record-versions.ts';
import { recordRoutes } from './records.ts';
import { registerFigureRoutes } from './register-figures.ts';
import { registerRoutes } from './registers.ts';
import { releaseGroupRoutes } from './release-groups.ts';
import { reviewRoutes } from './reviews.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';
import { singleSignOnRoutes } from './single-sign-on.ts';
import { statisticsRoutes } from './statistics.ts';
import { synonymRoutes } from './synonyms.ts';
import { terminalRoutes } from './terminals.ts';
import { transferLinkRoutes } from './transfer-links.ts';
import { transferRoutes } from './transfers.ts';
import { treeRoutes } from './tree.ts';
import { venueRoutes } from './venue.ts';
import { voiceRoutes } from './voice.ts';
import { withheldRoutes } from './withheld.ts';

export function apiRoutes(services: HubServices): readonly Route[] {
  return [
    ...sessionRoutes,
    ...ownAccountRoutes,
    ...singleSignOnRoutes,
    ...accountRoutes,
    ...overviewRoutes,
    ...reviewRoutes,
    ...recordRoutes,
    ...findingRoutes,
    ...recordVersionRoutes,
    ...releaseGroupRoutes,
    ...groupPreviewRoutes,
    ...procedureRoutes,
    ...registerFigureRoutes,
    ...registerRoutes,
    ...venueRoutes,
    ...treeRoutes,
    ...hallRoutes,
    ...synonymRoutes,
    ...deadlineRoutes,
    ...attachmentRoutes,
    ...importRoutes,
    ...publishRoutes,
    ...transferRoutes,
    ...transferLinkRoutes,
    ...withheldRoutes,
    // Addresses with words of their own come before those with an id in their place.
    ...publicCaseRoutes,
    ...caseRoutes,
    ...casePaperRoutes,
    ...caseSettingsRoutes,
    ...consultationRoutes,
    ...terminalRoutes,
    ...voiceRoutes,
    ...ledgerRoutes,
    ...bulletinRoutes,
    ...annualReportRoutes,
    ...historyRoutes,
    ...statisticsRoutes,
    ...feedRoutes,
    ...casePrivacyRoutes,
    ...handoffListRoutes,
    ...searchRoutes,
    ...healthRoutes(services),
  ];
}
