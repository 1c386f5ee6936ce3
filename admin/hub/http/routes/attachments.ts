// Routes of attachments: staff upload a file to go with a record, and read it back.
import { rm } from 'node:fs/promises';
import type { Act } from '#shared/accounts/acts.ts';
import { attachmentSchema } from '#shared/protocol/hub-api.ts';
import { attachmentLimits, cleanFileName, receiveFiles } from '../multipart/receive-files.ts';
import { refuse } from '../problem.ts';
import { defineRoute, type Route } from '../route.ts';
import { downloadHeaders } from '../static/download-headers.ts';
import { attachmentMediaType } from '../static/media-types.ts';
import { sendFile } from '../static/send-file.ts';

export const attachmentRoutes: readonly Route[] = [
  uploadRoute('/api/attachments', 'imports.run'),
  defineRoute({
    method: 'get',
    path: '/api/attachments/:sha256',
    access: 'records.read',
    summary: 'The bytes of an attachment; `?name=` gives the download its name',
    produces: 'binary',
    handle(call) {
      const sha256 = call.params.sha256 ?? '';
      if (!/^[0-9a-f]{64}$/.test(sha256)) refuse('not-found', { what: sha256.slice(0, 64) });
      const name = cleanFileName(new URL(call.request.url).searchParams.get('name') ?? sha256);
      return sendFile(call.request, {
        path: call.services.attachments.pathOf(sha256),
        what: name,
        etag: `"${sha256}"`,
        headers: { ...downloadHeaders(name), 'cache-control': 'private, max-age=3600' },
      });
    },
  }),
];

/** Takes one file in; who may depends on what it goes with. */
export function uploadRoute(path: string, access: Act): Route {
  return defineRoute({
    method: 'post',
    path,
    access,
    summary: 'Upload one file (multipart field `file`)',
    status: 201,
    consumes: 'multipart',
    answer: attachmentSchema,
    async handle(call) {
      call.limits.upload.take(call.address);
      const { folder } = call.imports.newFolder();
      const [file] = await receiveFiles(call.request, folder, attachmentLimits);
      if (file === undefined) refuse('http.no-file');
      try {
        await call.services.attachments.adopt({ ...file, actor: call.actor });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
      const { sha256, name, bytes } = file;
      return { sha256, name, bytes, mediaType: attachmentMediaType(name) };
    },
  });
}
