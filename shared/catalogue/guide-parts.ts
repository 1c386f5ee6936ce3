// Reads the parts of a guide's details that older guides lack, and the files its materials name.
import type { GuideDetails, GuideFee, GuideMaterial, GuidePlace } from './details.ts';
import type { AttachmentRef } from './record.ts';

/** Where a guide is handled: its own counter first, then the others; places that say nothing are left out. */
export function guidePlaces(details: GuideDetails): GuidePlace[] {
  const { address, window, hours, phone, places = [] } = details;
  const first = { name: null, address, window, hours, phone };
  return [first, ...places].filter((place) => Object.values(place).some((text) => text !== null));
}

/** The fees of a guide, item by item. */
export function guideFees({ fees = [] }: GuideDetails): readonly GuideFee[] {
  return fees;
}

/** The forms that go with a material, where the record really has them. */
export interface MaterialForms {
  readonly blank: AttachmentRef | null;
  readonly sample: AttachmentRef | null;
}

export function materialForms(material: GuideMaterial, attachments: readonly AttachmentRef[]): MaterialForms {
  return {
    blank: findForm(material.blankForm, attachments),
    sample: findForm(material.sampleForm, attachments),
  };
}

/** People name a file with or without its ending, and now and then copy its digest. */
function findForm(named: string | null | undefined, files: readonly AttachmentRef[]): AttachmentRef | null {
  if (named === null || named === undefined || named === '') return null;
  const wanted = fold(named);
  return (
    files.find(({ sha256 }) => sha256 === named.toLowerCase()) ??
    files.find(({ name }) => fold(name) === wanted) ??
    files.find(({ name }) => fold(name.replace(/\.[a-z0-9]{1,5}$/iu, '')) === wanted) ??
    null
  );
}

const fold = (name: string) => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

export const audienceGroups = ['person', 'organisation'] as const;
export type AudienceGroup = (typeof audienceGroups)[number];

const audienceWords: Readonly<Record<AudienceGroup, RegExp>> = {
  person: /自然人|个人|公民|居民|村民|群众|家庭|人员|老年人|残疾人|军人|业主|儿童|学生|职工|妇女|(?<!法)人$/u,
  organisation: /法人|企业|公司|组织|单位|机关|机构|团体|个体工商户|合作社|学校|社区/u,
};

/** Whom a guide is for, in the two groups people know; none where it does not say. */
export function guideAudience(audience: string | null): AudienceGroup[] {
  const words = (audience ?? '').trim();
  return words === '' ? [] : audienceGroups.filter((group) => audienceWords[group].test(words));
}
