// The look of the demonstration papers: official documents, forms, tables and plain-words leaflets.

export const paperStyle = `
  * { box-sizing: border-box; }
  body { margin: 0; color: #111; font: 12pt/1.7 'Noto Serif CJK SC', serif; line-break: strict; }
  h1, h2, h3, p, table, ol, ul { margin: 0; }
  p { text-indent: 2em; }
  .sans { font-family: 'Noto Sans CJK SC', sans-serif; }
  .plain p, td p { text-indent: 0; }
  table { width: calc(100% - 1pt); border-collapse: collapse; margin: 6pt 0 10pt; font-size: 10.5pt; line-height: 1.5; }
  th, td { border: 0.6pt solid #333; padding: 3pt 5pt; text-align: left; vertical-align: middle; }
  th { font-weight: 700; text-align: center; background: #f3f1ea; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .number { text-align: right; font-variant-numeric: tabular-nums; }
  .centre { text-align: center; }
  .small { font-size: 9.5pt; line-height: 1.6; color: #333; }

  .red-head { text-align: center; color: #c8161d; border-bottom: 1.6pt solid #c8161d; padding-bottom: 8pt; }
  .red-head strong { display: block; font-size: 33pt; line-height: 1.35; letter-spacing: 0.12em; font-weight: 700; margin: 4mm 0 9mm; }
  .red-head strong.long { font-size: 24pt; letter-spacing: 0.02em; }
  .red-head span { color: #111; font-size: 15pt; }
  .official h1 { text-align: center; font-size: 21pt; line-height: 1.5; font-weight: 700; margin: 11mm 0 7mm; }
  .official { font-size: 15pt; line-height: 1.8; }
  .official h2 { text-align: center; font-size: 16pt; font-weight: 700; margin: 10pt 0 5pt; break-after: avoid; }
  .official h3 { font-size: 15pt; font-weight: 700; text-indent: 2em; break-after: avoid; }
  .official ul, .official ol { padding-left: 3em; }
  .official table { font-size: 12pt; }
  .signature { margin-top: 9mm; text-align: right; padding-right: 2em; break-inside: avoid; }
  .signature p { text-indent: 0; }
  .imprint { margin-top: 6mm; border-top: 0.8pt solid #111; border-bottom: 0.8pt solid #111; font-size: 12pt; display: flex; justify-content: space-between; padding: 3pt 1em; break-inside: avoid; }

  .report h1 { font-size: 22pt; text-align: center; line-height: 1.45; margin: 0 0 4mm; }
  .report h2 { font-size: 14pt; margin: 12pt 0 5pt; break-after: avoid; }
  .report .under { text-align: center; text-indent: 0; color: #444; margin-bottom: 7mm; }
  .cover { height: 245mm; display: flex; flex-direction: column; justify-content: space-between; align-items: center; break-after: page; }
  .cover h1 { font-size: 30pt; line-height: 1.6; margin-top: 70mm; text-align: center; text-wrap: balance; }
  .cover .rule { width: 40mm; border-top: 2pt solid #0f5c5c; margin: 8mm auto; }
  .cover p { text-indent: 0; text-align: center; font-size: 14pt; }

  .form h1 { text-align: center; font-size: 20pt; margin-bottom: 5mm; }
  .form table { font-size: 11pt; margin: 0; }
  .form td { height: 12.5mm; }
  .form td.label { text-align: center; background: #f7f5ef; }
  .form .tall { height: 58mm; vertical-align: top; }
  .form .tick { font-family: 'Noto Sans CJK SC'; margin-right: 1.2em; white-space: nowrap; }
  .hand { font-family: 'Noto Serif CJK SC'; color: #1c3f94; font-style: italic; }
  .callout { color: #b3261e; font: 9.5pt/1.4 'Noto Sans CJK SC'; }

  .leaflet { font: 15pt/1.7 'Noto Sans CJK SC', sans-serif; }
  .leaflet p { text-indent: 0; }
  .leaflet h1 { font-size: 30pt; line-height: 1.3; color: #0f5c5c; }
  .leaflet h2 { font-size: 19pt; margin: 6mm 0 2mm; padding-left: 4mm; border-left: 3mm solid #0f5c5c; }
  .leaflet .big { font-size: 24pt; font-weight: 700; }
  .leaflet li { margin: 1mm 0; }
  .drawing h1 { font: 700 20pt/1.4 'Noto Sans CJK SC', sans-serif; text-align: center; margin-bottom: 5mm; }
  svg { display: block; width: 100%; height: auto; }
  svg text { font-family: 'Noto Sans CJK SC', sans-serif; }
`;
