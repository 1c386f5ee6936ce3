// A document number, 临溪政办发〔2025〕12号: year and number stay together at the end of a line.

export function DocNumber({ text }: { text: string }) {
  const at = text.search(/[〔[［(（]\d{4}/);
  const head = at < 0 ? text : text.slice(0, at);
  return (
    <span lang="zh-CN">
      {head}
      {at >= 0 && <span class="doc-number__tail">{text.slice(at)}</span>}
    </span>
  );
}
