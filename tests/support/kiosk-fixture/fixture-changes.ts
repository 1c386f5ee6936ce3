// What changed in the fixture's implementing rules: one time limit, one article more, one less.
import { compareVersions } from '#shared/changes/changes-file.ts';

const kept = [
  '临溪区人民政府办公室关于印发临溪区最低生活保障审核确认实施办法的通知',
  '为进一步规范本区最低生活保障工作，保障困难群众基本生活，根据有关规定，结合本区实际，制定本办法。',
  '一、申请。共同生活的家庭成员人均收入低于本区最低生活保障标准，且家庭财产状况符合规定的，可以提出申请。',
];
const end = [
  '四、动态管理。每年复核一次，情况变化的应当及时增发、减发或者停发。',
  '五、本办法自印发之日起施行，有效期五年。',
];

export function makeChanges() {
  return compareVersions(
    {
      version: 1,
      date: '2023-05-10',
      lines: [
        ...kept,
        '二、审核。街道办事处应当自受理之日起二十个工作日内完成入户调查、信息核对和社区公示。',
        '三、民主评议。街道办事处应当组织村（居）民代表对申请家庭进行民主评议。',
        ...end,
      ],
    },
    {
      version: 2,
      date: '2025-04-09',
      lines: [
        ...kept,
        '申请既可以在户籍所在地街道提出，也可以在居住地街道提出。',
        '二、审核。街道办事处应当自受理之日起十五个工作日内完成入户调查、信息核对和社区公示。',
        ...end,
      ],
    },
  );
}
