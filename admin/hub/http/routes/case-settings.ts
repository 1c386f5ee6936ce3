// Routes of the settings that hold for all cases.
import { caseSettingsSchema } from '#shared/protocol/case-desk-api.ts';
import { defineRoute, type Route } from '../route.ts';

export const caseSettingsRoutes: readonly Route[] = [
  defineRoute({
    method: 'get',
    path: '/api/case-settings',
    access: 'cases.read',
    summary: 'Limits, retention, the office on papers, and what the phone offers',
    answer: caseSettingsSchema,
    handle: (call) => call.services.caseHandling.settings(),
  }),
  defineRoute({
    method: 'put',
    path: '/api/case-settings',
    access: 'cases.settings',
    summary: 'Change them; due dates of open cases are counted anew',
    body: caseSettingsSchema,
    answer: caseSettingsSchema,
    async handle(call, { body }) {
      await call.services.caseHandling.saveSettings(body, call.actor);
      return call.services.caseHandling.settings();
    },
  }),
];
