// Routes of the import wizard: upload, preview with options, run, poll, cancel.
import * as z from 'zod';
import { importJobSchema, importOptionsSchema, importRunSchema } from '#shared/protocol/import-api.ts';
import type { ImportJobRecord } from '../jobs/import-jobs.ts';
import { viewImportJob } from '../jobs/import-view.ts';
import { importLimits, receiveFiles } from '../multipart/receive-files.ts';
import { type Call, defineRoute, type Route } from '../route.ts';

const view = (call: Call, job: ImportJobRecord) =>
  viewImportJob(job, call.services.imports.fields, call.language);

/** An upload in the audit trail goes by the names of its files. */
const subjectOf = (files: readonly { readonly name: string }[]) =>
  files
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 300);

const idOf = (call: Call) => call.params.id ?? '';

export const importRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/imports',
    access: 'imports.run',
    summary: 'Uploads the hub still holds, newest first',
    answer: z.object({ imports: z.array(importJobSchema.pick({ id: true, state: true, progress: true })) }),
    handle: async (call) => ({ imports: call.imports.list() }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/imports',
    access: 'imports.run',
    summary: 'Upload files to import (multipart fields `file`)',
    status: 201,
    consumes: 'multipart',
    answer: importJobSchema,
    async handle(call) {
      call.limits.upload.take(call.address);
      const { id, folder } = call.imports.newFolder();
      const files = await receiveFiles(call.request, folder, importLimits);
      const entry = { who: call.actor.name, action: 'import.upload', subject: subjectOf(files) };
      await call.services.audit.append({ ...entry, details: id });
      return view(call, await call.imports.add(id, folder, files));
    },
  }),
  defineRoute({
    method: 'put',
    path: '/api/imports/:id/options',
    access: 'imports.run',
    summary: 'Say how to read the files, and preview what an import would do',
    status: 202,
    maxBodyBytes: 512 * 1024,
    body: importOptionsSchema,
    answer: importJobSchema,
    async handle(call, { body }) {
      return view(call, await call.imports.preview(idOf(call), body, call.actor));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/api/imports/:id',
    access: 'imports.run',
    summary: 'The state of an upload, its preview or its import',
    answer: importJobSchema,
    handle: async (call) => view(call, call.imports.get(idOf(call))),
  }),
  defineRoute({
    method: 'post',
    path: '/api/imports/:id/run',
    access: 'imports.run',
    summary: 'Import what was previewed',
    status: 202,
    body: importRunSchema,
    answer: importJobSchema,
    async handle(call, { body }) {
      if (body.approve) await call.services.workflow.refuseImportApproval(call.actor);
      return view(call, call.imports.run(idOf(call), body.approve, call.actor));
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/api/imports/:id',
    access: 'imports.run',
    summary: 'Cancel and forget an upload; rows already stored stay',
    async handle(call) {
      const id = idOf(call);
      const subject = subjectOf(call.imports.get(id).sources);
      await call.imports.remove(id);
      await call.services.audit.append({
        who: call.actor.name,
        action: 'import.remove',
        subject,
        details: id,
      });
      return undefined;
    },
  }),
];
