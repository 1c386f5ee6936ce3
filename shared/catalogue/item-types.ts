// The kinds of government services (事项类型) and the national codes they are exported under.

/** Code → name, after the national list of government services. */
export const itemTypes: Readonly<Record<string, string>> = {
  '1': '行政许可',
  '2': '行政处罚',
  '3': '行政强制',
  '4': '行政征收',
  '5': '行政给付',
  '6': '行政检查',
  '7': '行政确认',
  '8': '行政奖励',
  '9': '行政裁决',
  '10': '其他行政权力',
  '20': '公共服务',
};

/** The name for a code or name; unknown codes stay as they are, nothing stays nothing. */
export function itemTypeOf(text: string | null): string | null {
  if (text === null) return null;
  const code = /^0*(\d{1,2})$/u.exec(text)?.[1];
  return code === undefined ? text : (itemTypes[code] ?? text);
}
