// One entry of a register: what its columns say under their own names, its steps as a flow, and where it comes from.
import { CalendarClock, ChevronRight, CornerLeftUp, TableProperties } from 'lucide';
import type { CatalogueRecord } from '#shared/catalogue/record.ts';
import type { EntryDetails, ShownColumn } from '#shared/catalogue/register.ts';
import { isPeriodNamed } from '#shared/registers/period-in-title.ts';
import { parseSteps } from '#shared/registers/steps.ts';
import { formatDay } from '../../i18n/format.ts';
import { registerWords } from '../../i18n/registers.ts';
import { recordUrl } from '../../state/record-url.ts';
import { type OpenedRegister, useParent, useRegister } from '../../state/use-register.ts';
import { type Fact, FactTable } from '../fact-table.tsx';
import { Icon } from '../icon.tsx';
import { StepFlow } from '../step-flow.tsx';
import { EntryCell } from './entry-cell.tsx';
import '../../styles/registers.css';

/** Longer texts have the whole width. */
const longText = 26;

interface EntryFactsProps {
  readonly record: CatalogueRecord;
  readonly details: EntryDetails;
}

interface Cell {
  readonly column: ShownColumn;
  readonly text: string;
}

function cellsOf(details: EntryDetails, columns: readonly ShownColumn[]): Cell[] {
  return details.cells.flatMap(([key, text]) => {
    const column = columns.find((one) => one.key === key);
    return column === undefined || text === '' ? [] : [{ column, text }];
  });
}

/** `行使层级　县级`: a flow of one step is a text. */
const isFlow = ({ column, text }: Cell) => column.type === 'steps' && parseSteps(text).length > 1;

function factOf({ column, text }: Cell): Fact {
  const name = column.title;
  const isWide = text.length > longText || text.includes('\n');
  return { name, value: <EntryCell column={column} text={text} />, isWide };
}

function ShownUntil({ record }: { record: CatalogueRecord }) {
  const until = record.shown?.until;
  if (!until) return null;
  // The span ends before its last instant: the day people read is the one before.
  const day = formatDay(new Date(new Date(until).getTime() - 1), true);
  return (
    <p class="shown-until">
      <Icon node={CalendarClock} />
      <span>
        {registerWords('entry.shownUntil')} <strong class="figures">{day}</strong>
      </span>
      <span class="shown-until__note">{registerWords('entry.shownUntilNote')}</span>
    </p>
  );
}

interface RegisterLinkProps {
  readonly details: EntryDetails;
  readonly register: OpenedRegister | null;
}

function RegisterLink({ details: { registerId, registerTitle }, register }: RegisterLinkProps) {
  const period = register?.details.period ?? null;
  const isTold = period === null || isPeriodNamed(registerTitle, period);
  return (
    <a class="register-link" href={recordUrl({ id: registerId })}>
      <Icon node={TableProperties} />
      <span class="register-link__words">
        <span class="register-link__of">{registerWords('entry.of')}</span>
        <span class="register-link__title" lang="zh-CN">
          {isTold ? registerTitle : registerWords('entry.ofPeriod', { title: registerTitle, period })}
        </span>
      </span>
      <Icon node={ChevronRight} />
    </a>
  );
}

/** An item of its table the entry is part of. */
function ParentLink({ id, register }: { readonly id: string; readonly register: OpenedRegister | null }) {
  const parent = useParent(id, register);
  if (parent === null) return null;
  return (
    <a class="register-link" href={recordUrl(parent)}>
      <Icon node={CornerLeftUp} />
      <span class="register-link__words">
        <span class="register-link__of">{registerWords('entry.partOf')}</span>
        <span class="register-link__title" lang="zh-CN">
          {parent.title}
        </span>
      </span>
      <Icon node={ChevronRight} />
    </a>
  );
}

export function EntryFacts({ record, details }: EntryFactsProps) {
  const register = useRegister(details.registerId);
  const cells = cellsOf(details, register?.details.columns ?? []);
  const flows = cells.filter(isFlow);
  // The screen's title says it already.
  const facts = cells.filter((cell) => !flows.includes(cell) && cell.text !== record.title).map(factOf);
  return (
    <>
      <ParentLink id={record.id} register={register} />
      <RegisterLink details={details} register={register} />
      <ShownUntil record={record} />
      {facts.length > 0 && (
        <section class="record__part entry__facts">
          <h2 class="section-title">{registerWords('entry.facts')}</h2>
          <FactTable facts={facts} />
        </section>
      )}
      {flows.map(({ column, text }) => (
        <section key={column.key} class="record__part">
          <h2 class="section-title">{registerWords('entry.steps', { title: column.title })}</h2>
          <StepFlow
            steps={parseSteps(text).map((name) => ({ name, person: null, limit: null, result: null }))}
          />
        </section>
      ))}
    </>
  );
}
