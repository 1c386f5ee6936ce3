// Errors and warnings of reading files that staff hand in.
import { defineMessages } from './message.ts';

export const ingestMessages = defineMessages({
  'ingest.file-too-large': {
    zh: '文件有 {megabytes} MB，超过 {limit} MB 的上限，没有读取。请拆成几个较小的文件再导入。',
    en: 'The file is {megabytes} MB, over the limit of {limit} MB, and was not read. Split it into smaller files.',
    status: 413,
  },
  'ingest.file-missing': {
    zh: '找不到文件“{name}”，或没有读取它的权限。请检查路径后重试。',
    en: 'The file “{name}” does not exist or may not be read. Check the path and try again.',
    status: 404,
  },
  'ingest.empty-file': {
    zh: '文件是空的，没有可导入的内容。请确认保存完整后再导入。',
    en: 'The file is empty. Make sure it was saved completely and import it again.',
    status: 422,
  },
  'ingest.unreadable': {
    zh: '文件已损坏，读不下去：{reason}。请用原来的软件打开、另存一份再导入。',
    en: 'The file is damaged and cannot be read: {reason}. Open it in its own program, save a new copy and import that.',
    status: 422,
  },
  'ingest.unknown-format': {
    zh: '不认识这种文件：{found}。可以导入 .csv .tsv .xlsx .jsonl .jsonl.gz .docx .pdf .html .txt .md，或它们的 .zip 压缩包。',
    en: 'This kind of file is not known: {found}. Import .csv .tsv .xlsx .jsonl .jsonl.gz .docx .pdf .html .txt .md, or a .zip of them.',
    status: 415,
  },
  'ingest.not-as-named': {
    zh: '文件名以 {expected} 结尾，内容却不是这种格式，可能已经损坏或加了密。请用原来的软件打开，另存一份再导入。',
    en: 'The name ends in {expected}, but the content is nothing of the sort; it may be damaged or encrypted. Open it in its own program, save a new copy and import that.',
    status: 415,
  },
  'ingest.unknown-content': {
    zh: '文件名没有后缀，从内容也认不出是哪种文件。请加上正确的后缀再导入：.csv .tsv .xlsx .jsonl .jsonl.gz .docx .pdf .html .txt .md 或 .zip。',
    en: 'The name has no ending and the content does not tell what kind of file this is. Give it its right ending and import it again: .csv .tsv .xlsx .jsonl .jsonl.gz .docx .pdf .html .txt .md or .zip.',
    status: 415,
  },
  'ingest.old-office': {
    zh: '这是旧版 Office 或 WPS 格式（.doc .xls .et .wps）。请用 WPS 或 Office 打开，“另存为” .docx 或 .xlsx 再导入。',
    en: 'This is an old Office or WPS format (.doc .xls .et .wps). Open it in WPS or Office, choose “Save as” .docx or .xlsx, and import that.',
    status: 415,
  },
  'ingest.password-protected': {
    zh: '文件设了打开密码，读不了。请去掉密码、另存一份再导入。',
    en: 'The file is protected by a password. Remove the password, save a copy and import that.',
    status: 422,
  },
  'ingest.wrong-extension': {
    zh: '文件名像是 {expected}，内容其实是 {found}，已按 {found} 读取。',
    en: 'The name says {expected}, but the content is {found}; it was read as {found}.',
    status: 422,
  },
  'ingest.encoding-damaged': {
    zh: '文字编码有损坏的地方（按 {encoding} 读取），个别字可能显示为“\ufffd”。请核对后用 UTF-8 重新保存。',
    en: 'Some of the text is wrongly encoded (read as {encoding}); a few characters may show as “\ufffd”. Check it and save it again as UTF-8.',
    status: 422,
  },
  'ingest.unknown-kind': {
    zh: '不认识的导入类别“{kind}”。可用：matters、documents、guides、notices、pages、register。',
    en: 'Unknown kind “{kind}”. Use matters, documents, guides, notices or pages.',
    status: 400,
  },
  'ingest.no-header': {
    zh: '没有找到认识的表头。找过的列名有：{lookedFor}。请核对表头，或在导入时手工指定各列。',
    en: 'No header row was recognised. Looked for: {lookedFor}. Check the headings, or assign the columns by hand.',
    status: 422,
  },
  'ingest.no-rows': {
    zh: '表头下面没有数据行。请确认导出的是完整的表。',
    en: 'There are no data rows under the header. Make sure the whole sheet was exported.',
    status: 422,
  },
  'ingest.sheet-skipped': {
    zh: '工作表“{sheet}”里没有认识的表头，没有导入。',
    en: 'The sheet “{sheet}” has no recognised header and was not imported.',
    status: 422,
  },
  'ingest.sheet-hidden': {
    zh: '工作表“{sheet}”是隐藏的，没有导入。需要时请取消隐藏再导入。',
    en: 'The sheet “{sheet}” is hidden and was not imported. Unhide it if it is needed.',
    status: 422,
  },
  'ingest.too-many-rows': {
    zh: '表格超过 {limit} 行，后面的没有读取。请拆成几个文件再导入。',
    en: 'The sheet has more than {limit} rows; the rest was not read. Split it into several files.',
    status: 413,
  },
  'ingest.too-many-columns': {
    zh: '这一行超过 {limit} 列，多出的列没有读取。',
    en: 'This row has more than {limit} columns; the ones beyond were not read.',
    status: 422,
  },
  'ingest.cell-too-long': {
    zh: '单元格内容超过 {limit} 个字，已截断。',
    en: 'The cell holds more than {limit} characters and was cut.',
    status: 422,
  },
  'ingest.unclosed-quote': {
    zh: '这一行有一个引号没有配对，已按普通字符读取。请核对这一行。',
    en: 'A quotation mark in this row has no partner and was read as an ordinary character. Check the row.',
    status: 422,
  },
  'ingest.line-not-json': {
    zh: '这一行不是有效的 JSON 对象：{reason}。每行应是一个完整的 {…}。',
    en: 'This line is not a valid JSON object: {reason}. Each line should be one complete {…}.',
    status: 422,
  },
  'ingest.line-too-long': {
    zh: '这一行超过 {limit} 个字，没有读取。',
    en: 'This line is longer than {limit} characters and was not read.',
    status: 413,
  },
  'ingest.title-missing': {
    zh: '这一行没有标题（名称），无法成为一条记录。请补上标题。',
    en: 'This row has no title, so it cannot become a record. Add one.',
    status: 422,
  },
  'ingest.item-missing': {
    zh: '这一行既没有公开事项，也没有公开内容，无法成为一条记录。请补上。',
    en: 'This row names neither an item nor its content, so it cannot become a record. Add them.',
    status: 422,
  },
  'ingest.content-missing': {
    zh: '事项“{title}”没有写公开内容（要素）。请在发布前补上。',
    en: 'The item “{title}” does not state what is disclosed. Add it before publishing.',
    status: 422,
  },
  'ingest.date-impossible': {
    zh: '“{value}”不是可能的日期，已留空。请改成如 2024-01-15 的写法。',
    en: '“{value}” is not a possible date and was left empty. Write it like 2024-01-15.',
    status: 422,
  },
  'ingest.date-unreadable': {
    zh: '看不懂日期“{value}”，已留空。请改成如 2024-01-15 的写法。',
    en: 'The date “{value}” could not be read and was left empty. Write it like 2024-01-15.',
    status: 422,
  },
  'ingest.deadline-as-text': {
    zh: '公开时限“{value}”没有认出规则，按文字保留，到期提醒不包括它。',
    en: 'No rule was recognised in the deadline “{value}”; it is kept as text and will not be watched.',
    status: 422,
  },
  'ingest.deadline-several': {
    zh: '公开时限“{value}”里有几条规则，取了第一条，原文保留。请核对。',
    en: 'The deadline “{value}” holds several rules; the first was taken and the words kept. Please check.',
    status: 422,
  },
  'ingest.same-as-nothing': {
    zh: '写的是“同上”，但上面没有可以沿用的内容，按文字保留。请补上实际内容。',
    en: 'It says “same as above”, but there is nothing above; kept as text. Fill in what is meant.',
    status: 422,
  },
  'ingest.channels-unclear': {
    zh: '公开渠道里的方框有丢失，选中了哪些看不清楚，请核对：{value}',
    en: 'Boxes are lost in the channels, so what was chosen is not certain; please check: {value}',
    status: 422,
  },
  'ingest.ticks-missing': {
    zh: '这张表的“{columns}”各列都是空的，勾选可能原是图片、已经丢失。请在发布前补上。',
    en: 'The columns “{columns}” of this table are all empty; the ticks may have been pictures and are lost. Fill them in before publishing.',
    status: 422,
  },
  'ingest.header-shifted': {
    zh: '表头与数据错开了一列（多半是缺少“序号”列），已按内容对齐。请核对各列。',
    en: 'Header and data are one column apart (most likely the number column is missing); aligned by content. Please check.',
    status: 422,
  },
  'ingest.validity-unknown': {
    zh: '看不懂有效性“{value}”，按“未注明”处理。可用：有效、已修改、失效、废止。',
    en: 'The validity “{value}” is not understood and was taken as not stated. Use 有效, 已修改, 失效 or 废止.',
    status: 422,
  },
  'ingest.value-not-understood': {
    zh: '看不懂“{value}”，这一项已留空。',
    en: '“{value}” is not understood; the field was left empty.',
    status: 422,
  },
  'ingest.value-too-long': {
    zh: '内容超过 {limit} 个字，已截断。',
    en: 'The content is longer than {limit} characters and was cut.',
    status: 422,
  },
  'ingest.attachments-ignored': {
    zh: '清单里写的附件没有随文件一起来，已忽略：{value}。请导入后在编辑页补传。',
    en: 'The attachments named in the list did not come with it and were ignored: {value}. Upload them in the editor afterwards.',
    status: 422,
  },
  'ingest.agency-missing': {
    zh: '没有写明公开主体。请在表中补上，或在导入时指定机构。',
    en: 'No agency is named. Add it to the file, or choose one when importing.',
    status: 422,
  },
  'ingest.images-left-out': {
    zh: '正文里有 {count} 张图片没有带入（过大、外链或格式不支持），原件附在后面。',
    en: '{count} pictures were left out of the text (too large, linked or of an unsupported kind).',
    status: 422,
  },
  'ingest.macros-dropped': {
    zh: '这份 Word 文件带有宏。宏已去掉，附件是去掉宏的文件。',
    en: 'This Word file holds macros. They were removed; the attachment is the file without them.',
    status: 422,
  },
  'ingest.no-text': {
    zh: '文件里没有可提取的文字（可能是扫描件），只能按原样查看，无法全文检索。请补写内容概述。',
    en: 'No text could be taken from the file (it may be a scan); it can be viewed but not searched by content. Add a summary.',
    status: 422,
  },
  'ingest.too-many-pages': {
    zh: 'PDF 超过 {limit} 页，只提取了前面的文字，原件完整保留。',
    en: 'The PDF has more than {limit} pages; only the text of the first ones was taken. The file itself is kept whole.',
    status: 422,
  },
  'ingest.body-cut': {
    zh: '正文超过 {limit} 个字，已截断。',
    en: 'The text is longer than {limit} characters and was cut.',
    status: 422,
  },
  'ingest.archive-bomb': {
    zh: '压缩包解开后大得不合常理，已停止读取。请确认来源，重新压缩后再导入。',
    en: 'The archive unpacks to an unreasonable size; reading was stopped. Check where it comes from and pack it again.',
    status: 413,
  },
  'ingest.archive-too-many': {
    zh: '压缩包里有 {count} 个文件，超过 {limit} 个的上限。请分成几包。',
    en: 'The archive holds {count} files, over the limit of {limit}. Split it.',
    status: 413,
  },
  'ingest.nested-archive': {
    zh: '压缩包里的“{name}”又是压缩包，不再往里读。请解开后直接压缩其中的文件。',
    en: '“{name}” inside the archive is an archive itself and was not opened. Unpack it and pack its files directly.',
    status: 422,
  },
  'ingest.unsafe-path': {
    zh: '压缩包里的“{name}”路径不安全，没有读取。请重新压缩。',
    en: 'The path “{name}” inside the archive is unsafe and was not read. Pack the files again.',
    status: 422,
  },
});
