// Routes of upload links: made for one agency, listed, revoked.
import {
  madeUploadLinkSchema,
  uploadLinkInputSchema,
  uploadLinkListSchema,
} from '#shared/protocol/transfers-api.ts';
import { type Call, defineRoute, type Route } from '../route.ts';

/** Where the page behind a link stands. */
export const uploadPath = '/m/send/';

/** Under the public address, or under the one the asker came by where there is none. */
function addressOf(call: Call, token: string): string {
  const { publicUrl } = call.services.settings;
  return `${publicUrl === '' ? new URL(call.request.url).origin : publicUrl}${uploadPath}${token}`;
}

export const transferLinkRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/transfer-links',
    access: 'transfers.receive',
    summary: 'Upload links, newest first; their secrets are nowhere',
    answer: uploadLinkListSchema,
    handle: async (call) => ({ links: await call.services.transfers.links(call.actor) }),
  }),
  defineRoute({
    method: 'post',
    path: '/api/transfer-links',
    access: 'transfers.receive',
    summary: 'Make an upload link for one agency; its address is told this once',
    status: 201,
    body: uploadLinkInputSchema,
    answer: madeUploadLinkSchema,
    async handle(call, { body }) {
      const { link, token } = await call.services.transfers.makeLink(body, call.actor);
      return { link, address: addressOf(call, token) };
    },
  }),
  defineRoute({
    method: 'delete',
    path: '/api/transfer-links/:id',
    access: 'transfers.receive',
    summary: 'Close an upload link',
    async handle(call) {
      await call.services.transfers.revokeLink((call.params.id ?? '').slice(0, 60), call.actor);
      return undefined;
    },
  }),
];
