// The demonstration's drawn sheets: the hall guide, the emergency flow chart and the water-cut map.
import type { PrintJob } from './print-pdf.ts';

const ink = '#1d2327';
const window = '#0f5c5c';
const tint = '#e3efec';
const seal = '#b3261e';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly lines: readonly string[];
  readonly fill?: string;
  readonly stroke?: string;
  readonly size?: number;
}

function box({ x, y, w, h, lines, fill = '#fff', stroke = ink, size = 15 }: Box): string {
  const step = size * 1.45;
  const first = y + h / 2 - ((lines.length - 1) * step) / 2 + size * 0.36;
  const texts = lines
    .map((line, at) => `<text x="${x + w / 2}" y="${(first + at * step).toFixed(1)}">${line}</text>`)
    .join('');
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="6" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>
    <g font-size="${size}" text-anchor="middle" fill="${ink}">${texts}</g>`;
}

function arrow(...points: readonly (readonly [number, number])[]): string {
  const path = points.map(([x, y]) => `${x},${y}`).join(' ');
  return `<polyline points="${path}" fill="none" stroke="${window}" stroke-width="2" marker-end="url(#tip)"/>`;
}

function label(x: number, y: number, text: string, size = 13, fill = ink, anchor = 'middle'): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="${anchor}">${text}</text>`;
}

const marks = `<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">
  <path d="M0 0 10 5 0 10z" fill="${window}"/></marker>
  <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
  <rect width="8" height="8" fill="#fbe3e0"/><line x1="0" y1="0" x2="0" y2="8" stroke="${seal}" stroke-width="2"/></pattern></defs>`;

function drawing(
  name: string,
  heading: string,
  viewBox: string,
  shapes: readonly string[],
  note: string,
  isLandscape: boolean,
): PrintJob {
  return {
    name,
    title: heading,
    html: `<article class="drawing"><h1>${heading}</h1><svg viewBox="${viewBox}">${marks}${shapes.join('')}</svg>
      <p class="small sans" style="text-indent:0;margin-top:5mm">${note}</p></article>`,
    isLandscape,
    margins: ['14mm', '16mm', '12mm', '16mm'],
  };
}

function hallGuide(): PrintJob {
  const tones = { fill: tint, stroke: window };
  const shapes = [
    `<rect x="20" y="20" width="960" height="500" fill="#faf8f3" stroke="${ink}" stroke-width="5"/>`,
    `<line x1="260" y1="20" x2="260" y2="350" stroke="${ink}" stroke-width="3"/>`,
    `<line x1="20" y1="350" x2="190" y2="350" stroke="${ink}" stroke-width="3"/>`,
    box({ x: 40, y: 40, w: 200, h: 85, lines: ['无障碍卫生间'] }),
    box({ x: 40, y: 140, w: 200, h: 85, lines: ['母婴室'] }),
    box({ x: 40, y: 240, w: 200, h: 90, lines: ['楼梯、电梯', '（火警时勿乘电梯）'] }),
    box({ x: 300, y: 40, w: 190, h: 80, lines: ['文献架 A', '政府公报'] }),
    box({ x: 510, y: 40, w: 190, h: 80, lines: ['文献架 B', '规范性文件汇编'] }),
    box({ x: 720, y: 40, w: 190, h: 80, lines: ['文献架 C', '镇街村务公开册'] }),
    box({ x: 330, y: 185, w: 120, h: 100, lines: ['1号终端', '立式'], ...tones }),
    box({ x: 490, y: 185, w: 120, h: 100, lines: ['2号终端', '立式'], ...tones }),
    box({ x: 650, y: 185, w: 150, h: 100, lines: ['3号终端', '低位·轮椅可用'], ...tones }),
    box({ x: 300, y: 390, w: 330, h: 80, lines: ['服务台', '咨询·打印·代收申请·借老花镜'], fill: '#fff3d6' }),
    box({ x: 650, y: 390, w: 100, h: 80, lines: ['意见箱'] }),
    box({ x: 40, y: 400, w: 220, h: 90, lines: ['休息区', '饮水机·紧急呼叫按钮'] }),
    `<line x1="980" y1="200" x2="980" y2="300" stroke="#faf8f3" stroke-width="8"/>`,
    `<line x1="790" y1="520" x2="890" y2="520" stroke="#faf8f3" stroke-width="8"/>`,
    arrow([1070, 250], [990, 250]),
    label(1075, 238, '东入口', 16, window, 'start'),
    label(1075, 272, '坡道·盲道', 13, ink, 'start'),
    arrow([840, 500], [840, 575]),
    label(840, 598, '南门（疏散出口）', 15, seal),
    arrow([900, 330], [965, 270]),
    label(880, 350, '疏散方向', 13, seal),
    `<g transform="translate(1110 60)"><path d="M0 40 14 0 28 40 14 30z" fill="${ink}"/>${label(14, 62, '北', 15)}</g>`,
  ];
  const note =
    '公交5路、8路“藏书路”站下车，向西步行120米。开放时间：周二至周日 9:00—20:30。服务台电话 0600-5550100。听见广播请从东门、南门离开，3号终端旁有引导员协助行动不便的读者。';
  return drawing('查阅中心导览图.pdf', '明渚区政务公开查阅中心导览图', '0 0 1180 610', shapes, note, true);
}

function emergencyChart(): PrintJob {
  const alarm = { fill: '#fbe3e0', stroke: seal };
  const levels = [
    ['Ⅰ级', '特别重大', '上级统一指挥'],
    ['Ⅱ级', '重大', '区应急委主任启动'],
    ['Ⅲ级', '较大', '专项总指挥启动'],
    ['Ⅳ级', '一般', '专项办公室启动'],
  ];
  const shapes = [
    box({ x: 250, y: 10, w: 300, h: 56, lines: ['突发事件发生'], ...alarm, size: 18 }),
    arrow([400, 66], [400, 96]),
    box({
      x: 110,
      y: 98,
      w: 580,
      h: 78,
      lines: ['事发单位、镇（街道）先期处置', '15分钟内电话报告，40分钟内书面报告'],
    }),
    arrow([400, 176], [400, 206]),
    box({
      x: 110,
      y: 208,
      w: 580,
      h: 64,
      lines: ['区应急委办公室（区应急管理局）核实、研判，提出响应级别'],
      size: 15,
    }),
    arrow([400, 272], [400, 312]),
    `<line x1="95" y1="312" x2="705" y2="312" stroke="${window}" stroke-width="2"/>`,
    ...levels.flatMap((lines, at) => {
      const x = 10 + at * 200;
      return [
        arrow([x + 85, 312], [x + 85, 338]),
        box({ x, y: 340, w: 180, h: 104, lines, fill: at < 2 ? '#fbe3e0' : '#fff3d6' }),
        arrow([x + 85, 444], [x + 85, 474]),
      ];
    }),
    box({
      x: 10,
      y: 476,
      w: 780,
      h: 100,
      lines: [
        '成立现场指挥部：综合协调 · 抢险救援 · 医疗救治 · 治安交通 · 群众安置',
        '物资保障 · 环境监测 · 新闻发布 · 善后处置',
      ],
      fill: tint,
      stroke: window,
    }),
    arrow([220, 576], [220, 616]),
    arrow([580, 576], [580, 616]),
    box({ x: 40, y: 618, w: 340, h: 84, lines: ['信息发布', '5小时内初步情况，24小时内发布会'] }),
    box({ x: 420, y: 618, w: 340, h: 84, lines: ['事态扩大：提高级别，请求上级支援', '事态受控：降低级别'] }),
    arrow([220, 702], [220, 722], [400, 722], [400, 748]),
    arrow([580, 702], [580, 722], [400, 722], [400, 748]),
    box({ x: 210, y: 750, w: 380, h: 56, lines: ['威胁消除，宣布响应终止'], fill: '#e2f1e6', size: 17 }),
    arrow([400, 806], [400, 836]),
    box({
      x: 60,
      y: 838,
      w: 680,
      h: 84,
      lines: ['恢复重建：5日内完成损失评估，救助款物公开', '总结评估：30日内查明原因，评估报告公开'],
    }),
  ];
  const note =
    '依据《明渚区突发事件总体应急预案（2025年修订）》（渚政发〔2025〕22号）第十七条至第二十六条绘制。报告电话：区应急管理局 0600-5550210（24小时）。';
  return drawing(
    '明渚区突发事件应急处置流程图.pdf',
    '明渚区突发事件应急处置流程图',
    '0 0 800 930',
    shapes,
    note,
    false,
  );
}

function waterMap(): PrintJob {
  const road = (x1: number, y1: number, x2: number, y2: number) =>
    `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#d8d2c4" stroke-width="16"/>`;
  const tap = (x: number, y: number, at: number, name: string) =>
    `<circle cx="${x}" cy="${y}" r="13" fill="${window}"/>${label(x, y + 5, String(at), 15, '#fff')}<rect x="${x - name.length * 7 - 5}" y="${y + 17}" width="${name.length * 14 + 10}" height="21" fill="#fff"/>${label(x, y + 33, name, 14, window)}`;
  const shapes = [
    `<rect width="1000" height="560" fill="#f6f3ec"/>`,
    `<path d="M780 -10C760 120 820 240 790 360S840 500 830 570L900 570C905 490 870 400 880 330S850 100 870 -10z" fill="#cfe3ea"/>`,
    label(838, 290, '渚河', 18, '#2a6478'),
    `<rect x="200" y="120" width="560" height="300" fill="url(#hatch)" stroke="${seal}" stroke-width="3" stroke-dasharray="10 6"/>`,
    road(0, 420, 1000, 420),
    road(200, 0, 200, 560),
    road(0, 120, 800, 120),
    road(480, 120, 480, 420),
    ...[
      [300, 190, '鹤鸣里'],
      [610, 190, '汀州苑'],
      [300, 330, '惠民新村'],
      [610, 330, '纺织巷'],
    ].map(([x, y, name]) =>
      box({ x: Number(x) - 60, y: Number(y) - 22, w: 120, h: 44, lines: [String(name)], size: 16 }),
    ),
    label(500, 458, '惠民路（施工路段）', 16),
    label(500, 104, '滨河北街', 16),
    label(172, 290, '鹤', 16),
    label(172, 312, '汀', 16),
    label(172, 334, '路', 16),
    `<rect x="740" y="96" width="190" height="48" fill="#fff" stroke="${ink}"/>${label(835, 127, '望渚桥', 16)}`,
    tap(262, 250, 1, '鹤鸣里服务站'),
    tap(402, 270, 2, '惠民新村北门'),
    tap(560, 260, 3, '纺织巷文化广场'),
    tap(696, 250, 4, '鹤汀菜市场东'),
    `<rect x="30" y="480" width="34" height="22" fill="url(#hatch)" stroke="${seal}"/>${label(76, 497, '停水区域', 15, ink, 'start')}`,
    `<circle cx="190" cy="491" r="11" fill="${window}"/>${label(210, 497, '临时取水点', 15, ink, 'start')}`,
    label(330, 497, '本图为示意图，不按比例', 13, '#4a5560', 'start'),
  ];
  const note =
    '停水时间：2026年11月24日（星期二）21:00至25日（星期三）6:00。取水点24日20:00起供水，自带容器。行动不便者请向社区登记，志愿者送水上门。供水服务热线 0600-5550296（24小时）。';
  return drawing(
    '停水范围示意图（11月24日）.pdf',
    '鹤汀街道停水范围示意图',
    '0 0 1000 560',
    shapes,
    note,
    true,
  );
}

export function drawings(): PrintJob[] {
  return [hallGuide(), emergencyChart(), waterMap()];
}
