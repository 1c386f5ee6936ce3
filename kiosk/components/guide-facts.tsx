// A service guide in the order a visitor needs it: at a glance, who, what to bring, how, and questions.
import { Globe, Phone } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { GuideDetails, GuideMaterial, GuideStep } from '#shared/catalogue/details.ts';
import { t } from '../i18n/translate.ts';
import { type Fact, FactTable } from './fact-table.tsx';
import { LazyLinkSheet } from './hand-off-parts.ts';
import { Icon } from './icon.tsx';

function visitsWords(visits: number | null): string | null {
  if (visits === null) return null;
  return visits === 0 ? t('guide.visitsNone') : t('guide.visitsCount', { count: visits });
}

function PhoneNumber({ number }: { number: string }) {
  return (
    <span class="phone figures">
      <Icon node={Phone} />
      {number}
    </span>
  );
}

function glanceFacts(details: GuideDetails): Fact[] {
  const phone = (number: string | null) => number && <PhoneNumber number={number} />;
  const facts: Fact[] = [
    { name: t('guide.promisedLimit'), value: details.promisedLimit },
    { name: t('guide.fee'), value: details.fee },
    { name: t('guide.address'), value: details.address, isWide: true },
    { name: t('guide.window'), value: details.window },
    { name: t('guide.hours'), value: details.hours },
    { name: t('guide.phone'), value: phone(details.phone) },
    { name: t('guide.complaintPhone'), value: phone(details.complaintPhone) },
    { name: t('guide.visits'), value: visitsWords(details.visits) },
    { name: t('guide.method'), value: details.method },
    { name: t('guide.statutoryLimit'), value: details.statutoryLimit },
    { name: t('guide.result'), value: details.result },
    { name: t('guide.audience'), value: details.audience },
    { name: t('guide.itemType'), value: details.itemType },
    { name: t('guide.level'), value: details.level },
    {
      name: t('guide.itemCode'),
      value: details.itemCode && <span class="unbroken">{details.itemCode}</span>,
    },
  ];
  return facts.filter((fact) => fact.value);
}

function Part({ title, note, children }: { title: string; note?: string; children: ComponentChildren }) {
  return (
    <section class="record__part">
      <h2 class="section-title">
        {title}
        {note && <span class="section-title__note">{note}</span>}
      </h2>
      {children}
    </section>
  );
}

function Material({ material }: { material: GuideMaterial }) {
  const facts = [material.form, material.copies, material.source].filter(Boolean).join(' · ');
  return (
    <li class="material">
      <span class={material.required ? 'material__need material__need--must' : 'material__need'}>
        {t(material.required ? 'guide.required' : 'guide.optional')}
      </span>
      <span class="material__words" lang="zh-CN">
        <span class="material__name">{material.name}</span>
        {facts && <span class="material__facts">{facts}</span>}
      </span>
    </li>
  );
}

function Step({ step }: { step: GuideStep }) {
  const facts = [step.person, step.limit, step.result].filter(Boolean).join(' · ');
  return (
    <li class="step" lang="zh-CN">
      <span class="step__name">{step.name}</span>
      {facts && <span class="step__facts">{facts}</span>}
    </li>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <ul class="lines" lang="zh-CN">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
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

export function GuideFacts({ details }: { details: GuideDetails }) {
  const { conditions, materials, steps, basis, questions, onlineUrl } = details;
  return (
    <>
      <Part title={t('guide.facts')}>
        <FactTable facts={glanceFacts(details)} />
        {onlineUrl && /^https?:\/\//.test(onlineUrl) && <OnlineButton url={onlineUrl} />}
      </Part>
      {conditions.length > 0 && (
        <Part title={t('guide.conditions')}>
          <Lines lines={conditions} />
        </Part>
      )}
      {materials.length > 0 && (
        <Part title={t('guide.materials')} note={t('guide.materialsCount', { count: materials.length })}>
          <ul class="materials">
            {materials.map((material, index) => (
              <Material key={index} material={material} />
            ))}
          </ul>
        </Part>
      )}
      {steps.length > 0 && (
        <Part title={t('guide.steps')}>
          <ol class="steps">
            {steps.map((step, index) => (
              <Step key={index} step={step} />
            ))}
          </ol>
        </Part>
      )}
      {questions.length > 0 && (
        <Part title={t('guide.questions')}>
          <dl class="questions" lang="zh-CN">
            {questions.map(({ question, answer }) => (
              <div key={question}>
                <dt>{question}</dt>
                <dd>{answer}</dd>
              </div>
            ))}
          </dl>
        </Part>
      )}
      {basis.length > 0 && (
        <Part title={t('guide.basis')}>
          <Lines lines={basis} />
        </Part>
      )}
    </>
  );
}
