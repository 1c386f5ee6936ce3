// Chinese words of the aids for everybody: low reach, reading aloud, switches, the size of the glass.
export const aidsZh = {
  'rail.lowReach': '低位',
  'rail.readAloud': '朗读',

  'speech.bar': '朗读',
  'speech.reading': '正在朗读',
  'speech.paused': '朗读已暂停',
  'speech.failed': '这台机器现在发不出声音，请告诉工作人员。',
  'speech.pause': '暂停',
  'speech.resume': '继续',
  'speech.repeat': '重读',
  'speech.slower': '慢一点',
  'speech.faster': '快一点',
  'speech.quieter': '小声',
  'speech.louder': '大声',
  'speech.stop': '停止',

  'glass.diagonal': '屏幕对角线',
  'glass.diagonalLine': '选好屏幕的英寸数，字和按钮就有了真实的毫米大小。量过更准。',
  'glass.inches': '{inches}″',
  'glass.size': '本屏约 {width} × {height} 毫米，1 毫米 = {value} 像素',
} as const;
