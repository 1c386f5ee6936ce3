// The register sheet of a case: everything of it on one page, from who sent it to how it ended.
import {
  type CaseChannel,
  type CaseKind,
  isFormal,
  type WantedForm,
  type WantedRoute,
} from '#shared/cases/case-kinds.ts';
import { addresseeOf, findEvent, kindOf, type PaperFacts, paragraphs } from './paper-facts.ts';
import { type PaperText, type SheetRow, sheetText } from './paper-text.ts';
import {
  channelWords,
  chineseDay,
  classWords,
  formWords,
  idKindWords,
  paperTitles,
  replyWords,
  routeWords,
} from './paper-words.ts';

/** Cells are empty where nothing is known: the sheet is filled in by hand, too. */
export function registerSheet(facts: PaperFacts): PaperText {
  const { opened, words } = facts;
  const { row, course, clock } = opened;
  const kind = row.kind as CaseKind;
  const title = kind === 'request' ? paperTitles['register-sheet'] : `${kindOf(facts)}登记表`;
  return sheetText('register-sheet', { title, number: row.number }, [
    ['name', isFormal(kind) ? '申请人' : '来件人', addresseeOf(facts)],
    ...identityRows(facts),
    ['channel', '收件方式', channelWords[row.channel as CaseChannel]],
    ['received', '收到日期', chineseDay(course.receivedOn)],
    ['content', '内容描述', contentOf(facts), true],
    ...wantedRows(facts),
    ['agency', '承办机构', facts.agency],
    ['handler', '经办人', facts.handler],
    ['due', '答复期限', chineseDay(clock.dueOn)],
    ...(isFormal(kind) ? courseRows(facts) : []),
    ['result', '办理结果', resultOf(facts)],
    ['reply', '答复内容', words.answer, true],
    ['delivered', '送达日期', chineseDay(course.deliveredOn)],
    ['remark', '备注', '', true],
  ]);
}

function identityRows({ words: { applicant } }: PaperFacts): SheetRow[] {
  if (applicant === null) return [];
  const { phone, email, address, postCode } = applicant;
  const rows: SheetRow[] =
    applicant.class === 'person'
      ? [['identity', '证件', `${idKindWords[applicant.idKind]}　${applicant.idNumber}`.trim()]]
      : [
          ['identity', '统一社会信用代码', applicant.creditCode],
          ['representative', '法定代表人', applicant.legalRepresentative],
          ['contact', '联系人', applicant.contact],
        ];
  return [
    ['class', '类别', classWords[applicant.class]],
    ...rows,
    ['phone', '联系电话', phone],
    ['address', '通信地址', `${address}　${postCode}`.trim()],
    ['email', '电子邮箱', email],
  ];
}

function wantedRows({ opened: { row } }: PaperFacts): SheetRow[] {
  const { wanted_form: form, wanted_route: route } = row;
  return [
    ...(form === null ? [] : ([['form', '所需形式', formWords[form as WantedForm]]] as SheetRow[])),
    ...(route === null ? [] : ([['route', '获取方式', routeWords[route as WantedRoute]]] as SheetRow[])),
  ];
}

function courseRows({ opened, consultations }: PaperFacts): SheetRow[] {
  const { extension, extensionDays } = opened.course;
  const asked = findEvent(opened, 'completion-asked');
  const completed = findEvent(opened, 'completed');
  const completion = [
    asked === undefined ? '' : `${chineseDay(asked.on)}告知补正`,
    completed === undefined ? '' : `${chineseDay(completed.on)}收到补正`,
  ];
  return [
    ['completion', '补正情况', completion.filter((part) => part !== '').join('，')],
    ['consultation', '征求意见', consultations.map(({ party }) => party).join('、')],
    ['extension', '延长期限', extension === 'granted' ? `${extensionDays}个工作日` : ''],
  ];
}

function contentOf({ words: { title, content, wrong, right, completion } }: PaperFacts): string {
  return paragraphs(
    title,
    content,
    wrong === '' ? '' : `现有记录：${wrong}`,
    right === '' ? '' : `应当更正为：${right}`,
    completion === '' ? '' : `补正内容：${completion}`,
  );
}

function resultOf({ opened: { course } }: PaperFacts): string {
  if (course.reply === null) return '';
  const { kind, on } = course.reply;
  return `${kind === null ? '已答复' : replyWords[kind].name}（${chineseDay(on)}）`;
}
