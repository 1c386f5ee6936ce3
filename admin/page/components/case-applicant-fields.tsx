// Who applies, as the paper form asks (Art. 29): a person, or an organisation with whom to ask back.
import type { CaseKind } from '#shared/cases/case-kinds.ts';
import { isFormal } from '#shared/cases/case-kinds.ts';
import { type Applicant, applicantSchema } from '#shared/protocol/cases-api.ts';
import { applicants } from '#shared/reports/annual-form.ts';
import { t } from '../i18n/case-words.ts';
import { ActPick } from './case-form-parts.tsx';
import { SelectField, TextField } from './fields.tsx';

interface CaseApplicantFieldsProps {
  readonly value: Applicant;
  readonly kind: CaseKind;
  readonly onChange: (applicant: Applicant) => void;
}

const idKinds = applicantSchema.shape.idKind.unwrap().options;
const organisations = applicants.filter((one) => one !== 'person');

type Words = Exclude<keyof Applicant, 'class' | 'idKind'>;

const longest: Readonly<Record<Words, number>> = {
  name: 60,
  idNumber: 40,
  organisation: 120,
  creditCode: 18,
  legalRepresentative: 60,
  contact: 60,
  phone: 30,
  address: 200,
  postCode: 10,
  email: 120,
};

export function CaseApplicantFields({ value, kind, onChange }: CaseApplicantFieldsProps) {
  const set = (change: Partial<Applicant>) => onChange({ ...value, ...change });
  const isPerson = value.class === 'person';
  const isNeeded = isFormal(kind);
  const words = (field: Words, isRequired = false) => (
    <TextField
      label={t(`case.${field}`)}
      value={value[field]}
      maxLength={longest[field]}
      isRequired={isRequired && isNeeded}
      // What is typed of one person is not offered for the next.
      autocomplete="off"
      onChange={(text) => set({ [field]: text ?? '' })}
    />
  );
  return (
    <div class="case-form">
      <ActPick
        label={t('case.class')}
        value={isPerson ? 'person' : 'organisation'}
        options={(['person', 'organisation'] as const).map((one) => [one, t(`entry.case.${one}`)] as const)}
        onChange={(one) => set({ class: one === 'person' ? 'person' : 'business' })}
      />
      {isPerson ? (
        <>
          {words('name', true)}
          <SelectField
            label={t('case.idKind')}
            value={value.idKind}
            options={idKinds.map((one) => [one, t(`case.idKind.${one}`)] as const)}
            onChange={(chosen) => set({ idKind: idKinds.find((one) => one === chosen) ?? '' })}
          />
          {words('idNumber', true)}
        </>
      ) : (
        <>
          {words('organisation', true)}
          <SelectField
            label={t('entry.case.orgClass')}
            value={value.class}
            options={organisations.map((one) => [one, t(`case.applicant.${one}`)] as const)}
            onChange={(chosen) => set({ class: applicants.find((one) => one === chosen) ?? 'other' })}
          />
          {words('creditCode', true)}
          {words('legalRepresentative', true)}
          {words('contact', true)}
        </>
      )}
      {words('phone')}
      {words('email')}
      {words('postCode')}
      <div class="field-wide">{words('address')}</div>
    </div>
  );
}
