// Errors on the way from a draft to the public: separation of duties and the steps of review.
import { defineMessages } from './message.ts';

export const workflowMessages = defineMessages({
  'workflow.own-work': {
    zh: '“{what}”由您本人起草或修改，须由另一人审批。请交给其他批准人办理。',
    en: '“{what}” was written or changed by you and must be approved by somebody else. Pass it to another approver.',
    status: 403,
  },
  'workflow.foreign-agency': {
    zh: '“{what}”属于其他机构。您的账号只能办理本机构的内容。',
    en: '“{what}” belongs to another agency. Your account may only handle its own agency’s content.',
    status: 403,
  },
});
