// Long texts as the hand-off carries them, for tests of its symbols.

const steps = ['提出申请', '入户调查', '经济状况核对', '社区公示', '审核确认', '发放证件', '按月复核'];

/** A little over 6,000 bytes of UTF-8, no two lines alike. */
export const guideOfSixKilobytes = [
  '最低生活保障的申请与审核确认',
  '文号：临政规〔2024〕2号',
  '地点：临溪区明德路 18 号政务服务中心一层东厅',
  '电话：0999-5550 1107',
  ...Array.from({ length: 52 }, (_, at) => {
    const step = steps[at % steps.length];
    const days = ((at * 7) % 19) + 2;
    return `${at + 1}. ${step}第${at + 3}款：由第${(at * 5) % 23}号窗口在${days}个工作日内办结，逾期的说明理由并告知救济途径。`;
  }),
].join('\n');
