// Routes for what is held of one person: found, exported and erased by an administrator.
import {
  erasedSchema,
  foundCasesSchema,
  personQuerySchema,
  privacyEraseSchema,
  privacyExportSchema,
} from '#shared/protocol/case-privacy-api.ts';
import { defineRoute, type Route } from '../route.ts';
import { downloadHeaders } from '../static/download-headers.ts';

export const casePrivacyRoutes: readonly Route[] = [
  defineRoute({
    method: 'post',
    path: '/api/case-privacy/find',
    access: 'cases.privacy',
    summary: 'Find the cases of a person by what identifies them',
    maxBodyBytes: 4096,
    body: personQuerySchema,
    answer: foundCasesSchema,
    handle: async (call, { body }) => ({ cases: await call.services.casePrivacy.find(body, call.actor) }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/case-privacy/export',
    access: 'cases.privacy',
    summary: 'Everything held of these cases, as a .zip of one JSON document and the files',
    produces: 'binary',
    body: privacyExportSchema,
    async handle(call, { body }) {
      const bytes = await call.services.casePrivacy.export(body.ids, call.actor);
      return new Response(new Uint8Array(bytes), {
        headers: { ...downloadHeaders('personal-data.zip'), 'cache-control': 'no-store' },
      });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/case-privacy/erase',
    access: 'cases.privacy',
    summary: 'Forget the personal data of these cases for good; the ledger keeps its rows',
    body: privacyEraseSchema,
    answer: erasedSchema,
    handle: (call, { body }) => call.services.casePrivacy.erase(body.ids, call.actor, body.reason),
  }),
];
