// A service guide in the order a visitor needs it: at a glance, who, what to bring, where, how, what it costs, why.
import { Globe, Phone } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { GuideDetails } from '#shared/catalogue/details.ts';
import { guideFees, guidePlaces } from '#shared/catalogue/guide-parts.ts';
import { basisItems } from '#shared/catalogue/legal-basis.ts';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import { t } from '../i18n/translate.ts';
import { type Fact, FactTable } from './fact-table.tsx';
import { GuideBasis, GuideQuestions } from './guide-answers.tsx';
import { GuideConditions } from './guide-conditions.tsx';
import { GuideGlance, hasGlance } from './guide-glance.tsx';
import { GuideMaterials } from './guide-materials.tsx';
import { GuidePlaces } from './guide-places.tsx';
import { LazyLinkSheet } from './hand-off-parts.ts';
import { Icon } from './icon.tsx';
import { StepFlow } from './step-flow.tsx';

/** Fewer sections than this are seen at once and need no list. */
const jumpFromSections = 4;

interface Section {
  readonly id: string;
  readonly title: string;
  readonly note?: string | undefined;
  readonly content: ComponentChildren;
}

function OnlineButton({ url }: { url: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button type="button" class="button" onClick={() => setIsOpen(true)}>
        <Icon node={Globe} />
        {t('guide.openOnline')}
      </button>
      {isOpen && <LazyLinkSheet address={url} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function Fees({ details }: { details: GuideDetails }) {
  return (
    <ul class="fees">
      {guideFees(details).map(({ item, standard, basis }, index) => (
        <li key={index} class="fee" lang="zh-CN">
          <span class="fee__item">{item}</span>
          {standard && <span class="fee__standard figures">{standard}</span>}
          {basis && (
            <span class="fee__basis">
              {t('guide.feeBasis')} {basis}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function otherFacts(details: GuideDetails): Fact[] {
  const { complaintPhone, itemCode } = details;
  const facts: Fact[] = [
    { name: t('guide.result'), value: details.result },
    {
      name: t('guide.complaintPhone'),
      value: complaintPhone && (
        <span class="phone figures">
          <Icon node={Phone} />
          {complaintPhone}
        </span>
      ),
    },
    { name: t('guide.audience'), value: details.audience },
    { name: t('guide.subjects'), value: (details.subjects ?? []).join('、') },
    { name: t('guide.group'), value: details.group },
    { name: t('guide.itemType'), value: details.itemType },
    { name: t('guide.level'), value: details.level },
    { name: t('guide.itemCode'), value: itemCode && <span class="unbroken">{itemCode}</span> },
  ];
  return facts.filter((fact) => fact.value);
}

function otherSection(details: GuideDetails): Section[] {
  const facts = otherFacts(details);
  return facts.length === 0
    ? []
    : [{ id: 'other', title: t('guide.other'), content: <FactTable facts={facts} /> }];
}

/** What comes first: what one can see at once, whom it is for, and what to bring. */
function firstSections(record: CatalogueRecord, details: GuideDetails): Section[] {
  const { conditions, materials, onlineUrl } = details;
  const isOnline = onlineUrl !== null && /^https?:\/\//.test(onlineUrl);
  const sections: Section[] = [];
  if (hasGlance(details) || isOnline)
    sections.push({
      id: 'glance',
      title: t('guide.glance'),
      content: (
        <>
          <GuideGlance details={details} />
          {isOnline && <OnlineButton url={onlineUrl} />}
        </>
      ),
    });
  if (conditions.length > 0)
    sections.push({
      id: 'conditions',
      title: t('guide.conditions'),
      content: <GuideConditions recordId={record.id} conditions={conditions} />,
    });
  if (materials.length > 0)
    sections.push({
      id: 'materials',
      title: t('guide.materials'),
      note: t('guide.materialsCount', { count: materials.length }),
      content: <GuideMaterials record={record} materials={materials} />,
    });
  return sections;
}

/** Then where and how, what it costs, what others asked, and the law behind it. */
function laterSections(record: CatalogueRecord, details: GuideDetails): Section[] {
  const { steps, questions, result } = details;
  const places = guidePlaces(details);
  const sections: (Section | null)[] = [
    places.length === 0
      ? null
      : { id: 'places', title: t('guide.places'), content: <GuidePlaces places={places} /> },
    steps.length === 0
      ? null
      : { id: 'steps', title: t('guide.steps'), content: <StepFlow steps={steps} outcome={result} /> },
    guideFees(details).length === 0
      ? null
      : { id: 'fees', title: t('guide.fees'), content: <Fees details={details} /> },
    questions.length === 0
      ? null
      : { id: 'questions', title: t('guide.questions'), content: <GuideQuestions questions={questions} /> },
    basisItems(details).length === 0
      ? null
      : {
          id: 'basis',
          title: t('guide.basis'),
          content: <GuideBasis recordId={record.id} details={details} />,
        },
  ];
  return sections.filter((section) => section !== null);
}

interface GuideFactsProps {
  readonly record: CatalogueRecord;
  readonly details: GuideDetails;
}

export function GuideFacts({ record, details }: GuideFactsProps) {
  const places = useRef(new Map<string, HTMLElement>());
  const sections = [
    ...firstSections(record, details),
    ...laterSections(record, details),
    ...otherSection(details),
  ];
  const goTo = (id: string) => places.current.get(id)?.scrollIntoView({ block: 'start' });
  return (
    <>
      {record.summary && (
        <p class="guide__lead" lang="zh-CN">
          {record.summary}
        </p>
      )}
      {sections.length >= jumpFromSections && (
        <nav class="guide-jump chips" aria-label={t('guide.jump')} data-silent>
          {sections.map(({ id, title }) => (
            <button key={id} type="button" class="chip" onClick={() => goTo(id)}>
              {title}
            </button>
          ))}
        </nav>
      )}
      {sections.map(({ id, title, note, content }) => (
        <section
          key={id}
          class="record__part guide__part"
          ref={(element) => {
            if (element) places.current.set(id, element);
            else places.current.delete(id);
          }}
        >
          <h2 class="section-title">
            {title}
            {note && <span class="section-title__note">{note}</span>}
          </h2>
          {content}
        </section>
      ))}
    </>
  );
}
