// Routes of the ledgers: tables made from the store, entries written by hand, and the files of both.
import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import {
  entryCorrectionSchema,
  entryInputSchema,
  entrySchema,
  ledgerFileQuerySchema,
  ledgerIdSchema,
  ledgerQuerySchema,
  reportTableSchema,
} from '#shared/protocol/ledgers-api.ts';
import type { LedgerId } from '#shared/reports/ledgers.ts';
import { tableFile } from '../../reports/report-file.ts';
import { refuse } from '../problem.ts';
import { defineRoute, type Route, type StaffCall } from '../route.ts';
import { uploadRoute } from './attachments.ts';

/** A meeting's minutes and the JSON around them. */
const maxEntryBytes = 512 * 1024;

export const ledgerRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/ledgers/:ledger',
    access: 'ledgers.read',
    summary: 'The first rows of a ledger for a period and an agency',
    query: ledgerQuerySchema,
    answer: reportTableSchema,
    handle: (call, { query }) => call.services.reports.ledgers.shown(ledgerOf(call), scopeOf(call, query)),
  }),
  defineRoute({
    method: 'get',
    path: '/api/ledgers/:ledger/file',
    access: 'ledgers.read',
    summary: 'The whole ledger: .xlsx, .csv, or a page to print',
    produces: 'binary',
    query: ledgerFileQuerySchema,
    async handle(call, { query }) {
      const table = await call.services.reports.ledgers.table(ledgerOf(call), scopeOf(call, query));
      const nowMs = call.services.now();
      const days = [query.from, query.to].filter((day) => day !== undefined);
      const name = [table.title, ...days].join(' ');
      return tableFile(table, { format: query.format, language: call.language, nowMs, name });
    },
  }),
  defineRoute({
    method: 'post',
    path: '/api/ledger-entries',
    access: 'reports.write',
    summary: 'Add an entry to a ledger written by hand',
    status: 201,
    maxBodyBytes: maxEntryBytes,
    body: entryInputSchema,
    answer: entrySchema,
    handle: (call, { body }) => call.services.reports.ledgers.add(body, call.actor),
  }),
  defineRoute({
    method: 'get',
    path: '/api/ledger-entries/:id',
    access: 'ledgers.read',
    summary: 'An entry with all its versions',
    answer: entrySchema,
    async handle(call) {
      const id = call.params.id ?? '';
      const entry = await call.services.reports.ledgers.entry(id);
      const { agencyId } = call.actor;
      if (agencyId !== null && entry.agencyId !== agencyId) refuse('not-found', { what: id });
      return entry;
    },
  }),
  defineRoute({
    method: 'put',
    path: '/api/ledger-entries/:id',
    access: 'reports.write',
    summary: 'Correct an entry or declare it void; what it said before stays',
    maxBodyBytes: maxEntryBytes,
    body: entryCorrectionSchema,
    answer: entrySchema,
    handle: (call, { body }) => call.services.reports.ledgers.correct(call.params.id ?? '', body, call.actor),
  }),
  uploadRoute('/api/ledger-files', 'reports.write'),
  printAsset(
    'print.css',
    'text/css; charset=utf-8',
    new URL('../../reports/print/print.css', import.meta.url),
  ),
  printAsset(
    'print.js',
    'text/javascript; charset=utf-8',
    new URL('../../reports/print/print.js', import.meta.url),
  ),
];

function printAsset(name: string, mediaType: string, file: URL): Route {
  return defineRoute({
    method: 'get',
    path: `/api/print/${name}`,
    access: 'desk.read',
    summary: `What papers to print look like and do (${name})`,
    produces: 'binary',
    handle: async () =>
      new Response(await readFile(file), {
        headers: { 'content-type': mediaType, 'cache-control': 'private, max-age=300' },
      }),
  });
}

function ledgerOf(call: StaffCall): LedgerId {
  const ledger = ledgerIdSchema.safeParse(call.params.ledger);
  if (!ledger.success) refuse('not-found', { what: (call.params.ledger ?? '').slice(0, 60) });
  return ledger.data;
}

/** Somebody bound to one agency reads that agency's rows alone. */
function scopeOf(call: StaffCall, { from, to, agencyId }: z.infer<typeof ledgerQuerySchema>) {
  const own = call.actor.agencyId ?? agencyId ?? null;
  return { from: from ?? null, to: to ?? null, agencyId: own, language: call.language };
}
