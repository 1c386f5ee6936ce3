// What the command line says, in Chinese and English.
import { accountHelp, accountText } from './account-texts.ts';
import { carryHelp, carryText } from './carry-texts.ts';
import { privacyHelp, privacyText } from './privacy-texts.ts';

const en = {
  usage: 'Usage: npm run -s hub -- <command> [options]',
  commandsTitle: 'Commands',
  commonOptions: [
    '  --data DIR   the data folder (default ./data, or MINGCHUANG_DATA)',
    '  --json       print exactly one JSON document on stdout; everything else goes to stderr',
    '  --help       show this help',
    'Exit status: 0 done; 1 refused, nothing changed; 2 wrong usage.',
  ],
  help: {
    import: [
      'import FILE… [--as KIND] [--register ID] [--agency NAME] [--dry-run] [--approve] [--strict] [--replace]',
      '  Imports spreadsheets, lists and documents: .csv .tsv .xlsx .jsonl .jsonl.gz .docx .pdf .html .txt .md .zip',
      '  --as KIND      matters, documents, guides, notices, pages or register; without it the columns decide',
      '  --register ID  the register the rows belong to; one nobody has yet is made from its columns',
      '  --replace      the file is the whole register: what is not in it is removed',
      '  --agency NAME  the agency of rows that name none',
      '  --dry-run      say what would happen and change nothing',
      '  --approve      approve what is imported, in your name; this is put on record',
      '  --strict       every row or none',
    ],
    publish: [
      'publish [--note TEXT] [--next-version N]',
      '  Publishes what is approved as the next release, of version N at least.',
    ],
    search: [
      'search QUERY [--limit N] [--kind KIND] [--sort relevance|date] [--explain]',
      '  Searches the current release as a terminal does.',
      '  --explain      below each hit why it stands where it stands: part, what it was, points',
    ],
    verify: [
      'verify [DIR|PACK]',
      '  Checks a release folder (default: that of the data folder) from its metadata down.',
    ],
    lint: [
      'lint FILE… [--strict]',
      '  Checks files for what must not be published: personal data, marks of secrecy, hidden text, comments and more.',
      '  --strict       exit status 1 when something must be answered before publication',
    ],
    status: ['status', '  Shows what is published, what waits, and how the terminals are.'],
    tree: [
      'tree list',
      '  Lists the ready-made trees.',
      'tree install TEMPLATE --agency NAME [--dry-run] [--approve]',
      '  Adds the nodes and matters of a ready-made tree that are not there yet, in the name of this agency.',
    ],
    ...carryHelp.en,
    account: accountHelp.en,
    privacy: privacyHelp.en,
    audit: [
      'audit verify',
      '  Walks the chain of the audit trail; refuses when an entry was changed, put in or taken out.',
      'audit export [--from DAY] [--to DAY] FILE',
      '  Writes the trail as JSON lines with digests; the first line says how to verify them. --json prints it instead.',
    ],
    terminal: [
      'terminal shown ID --at INSTANT',
      '  Which release a terminal showed then: an instant such as 2026-03-03T15:00+08:00, or a day.',
    ],
    deadline: [
      'deadline --events received:DATE[,completion-asked:DATE,completed:DATE,consultation-begun/third-party:DATE,',
      '  consultation-answered:DATE,extended/N:DATE,replied:DATE]  The clocks of an application (Art. 30–34).',
      'deadline --from DATE (--working-days N | --calendar-days N) [--pause FROM..TO[,FROM..TO]] [--extend N]',
      '  Says when a term ends and why, day by day. The start is not counted; days of a pause, first and last included,',
      '  are not counted; calendar days that end on a rest day move to the next working day.',
    ],
    feeds: ['feeds poll', '  Asks every connected portal now; what is new arrives as drafts.'],
    outbox: [
      'outbox FILE… [--receipt FILE]',
      '  Takes in what terminals saved to a stick: votes, wishes, anonymous words, sums. Reading a file again changes nothing.',
      '  --receipt FILE  what was settled, for the terminal to let go of it',
    ],
    serve: [
      'serve [--port N] [--host H] [--empty] [--public-url URL|none] [--inbox DIR|none]',
      '  Runs the hub. An empty store receives the demonstration venue unless --empty is given.',
      '  Files put into <inbox>/<agency>/ become a transfer of that agency; <data>/inbox unless --inbox says otherwise.',
    ],
  },
  outboxUsage: 'outbox FILE…',
  outboxTaken: (file: string, taken: number, refused: number, left: number) =>
    `${file}: ${taken} taken, ${refused} refused, ${left} left`,
  feedsUsage: 'feeds poll',
  feedPolled: (title: string, items: number, created: number, updated: number) =>
    `${title}: ${items} items, ${created} new, ${updated} updated`,
  feedFailed: (title: string, problem: string) => `${title}: ${problem}`,
  noFeeds: 'No portal is connected.',
  unknownCommand: (name: string) => `unknown command “${name}”`,
  noCommand: 'no command given',
  nothingToImport: 'name at least one file',
  nothingToLint: 'name at least one file',
  linted: (file: string, mustAnswer: number, hints: number) =>
    `${file}: ${mustAnswer} to be answered before publication, ${hints} hints`,
  severity: (severity: 'must-answer' | 'hint'): string => (severity === 'hint' ? '[hint]' : '[must]'),
  unknownKind: (kind: string) => `unknown kind “${kind}”`,
  registerOnly: '--register goes with --as register only',
  noQuery: 'name what to search for',
  badLimit: 'the limit is a number from 1 to 100',
  badSort: 'sort by relevance or by date',
  tooMany: 'too many operands',
  approvedBy: (who: string) => `What is imported is approved in the name of ${who}; this is on record.`,
  recognisedAs: (file: string, kind: string) => `${file}: read as ${kind}`,
  fileSummary: (file: string, rows: number, accepted: number, rejected: number) =>
    `${file}: ${rows} rows, ${accepted} accepted, ${rejected} rejected`,
  fileChanges: (created: number, updated: number, unchanged: number) =>
    `  ${created} created, ${updated} updated, ${unchanged} unchanged`,
  dryRun: 'Dry run: nothing was changed.',
  strictRefused: 'Strict import refused: nothing was changed.',
  place: (row: number | null, column: string | null) =>
    [row === null ? null : `row ${row}`, column === null ? null : `column ${column}`]
      .filter((part) => part !== null)
      .join(', '),
  imported: (rows: number) => `${rows} rows …`,
  published: (version: number, records: number, newBytes: number) =>
    `Release ${version}: ${records} records, ${newBytes} bytes written`,
  unchanged: (version: number) =>
    `Nothing to publish: release ${version} already holds all that is approved.`,
  found: (total: number, isLowerBound: boolean) => `${isLowerBound ? 'at least ' : ''}${total} found`,
  matched: {
    scattered: 'Nothing has the words as typed; these have all of them in parts.',
    sounds: 'Nothing has the words as typed; these sound alike.',
    partly: 'Nothing has all of the words; these have most of them.',
  },
  alsoSearched: (words: readonly string[]) => `Also searched for: ${words.join(', ')}`,
  sound: (version: number, files: number) => `Release ${version} is sound: ${files} files checked.`,
  unsound: (problems: number) => `The release is not sound: ${problems} problem(s).`,
  noRelease: 'Nothing has been published yet.',
  statusRelease: (version: number, at: string, records: number) =>
    `Release ${version} of ${at}: ${records} records`,
  statusWaiting: (waiting: number) => `${waiting} waiting for review`,
  statusTerminals: (terminals: number) => `${terminals} terminals`,
  deadlineUsage: '--from DATE and either --working-days N or --calendar-days N are needed',
  statusDeadlines: (overdue: number, stale: number) => `${overdue} overdue, ${stale} out of date`,
  treeUsage: 'tree list, or tree install TEMPLATE --agency NAME',
  treeTemplate: (id: string, title: string, nodes: number, matters: number) =>
    `${id}: ${title}, ${nodes} nodes, ${matters} matters`,
  unknownTemplate: (id: string) => `no ready-made tree “${id}”`,
  treeInstalled: (nodes: number, matters: number, keptNodes: number, keptMatters: number) =>
    `${nodes} nodes and ${matters} matters added; ${keptNodes} nodes and ${keptMatters} matters were there`,
  ...accountText.en,
  ...carryText.en,
  ...privacyText.en,
  auditUsage: 'audit verify, or audit export [--from DAY] [--to DAY] FILE',
  badDay: 'a day is written 2026-03-03',
  chainSound: (entries: number, head: string) => `The chain is sound: ${entries} entries, head ${head}`,
  chainBroken: (ids: readonly number[]) => `The chain is broken at entries ${ids.join(', ')}`,
  trailExported: (entries: number, file: string) => `${entries} entries written to ${file}`,
  terminalUsage: 'terminal shown ID --at INSTANT',
  shownRelease: (version: number, publishedAt: string, from: string, to: string) =>
    `Release ${version} (published ${publishedAt}), reported from ${from} to ${to} (China time)`,
  shownNothing: (from: string, to: string) => `No release yet, reported from ${from} to ${to} (China time)`,
  shownUncertain: 'For part of the time asked about the terminal was not heard of.',
  loadingDemo: 'Loading the demonstration venue …',
  demoLoaded: (records: number) => `Demonstration venue loaded: ${records} records.`,
  adminPassword: (name: string, password: string) =>
    `Account “${name}” created. Its password, shown only this once: ${password}`,
  publicUrlDiffers: (published: string, now: string) =>
    `QR codes of the current release still point at ${published}; publish to make them point at ${now}.`,
  stopping: 'Stopping …',
};

export type CommandText = typeof en;

const zh: CommandText = {
  usage: '用法：npm run -s hub -- <命令> [选项]',
  commandsTitle: '命令',
  commonOptions: [
    '  --data DIR   数据文件夹（默认 ./data，或环境变量 MINGCHUANG_DATA）',
    '  --json       在标准输出只打印一个 JSON 文档，其余都写到标准错误',
    '  --help       显示帮助',
    '退出状态：0 完成；1 拒绝，数据没有改动；2 用法不对。',
  ],
  help: {
    import: [
      'import 文件… [--as 类型] [--register 代号] [--agency 机构] [--dry-run] [--approve] [--strict] [--replace]',
      '  导入表格、清单和文件：.csv .tsv .xlsx .jsonl .jsonl.gz .docx .pdf .html .txt .md .zip',
      '  --as 类型      matters 事项、documents 文件、guides 指南、notices 公告、pages 页面、register 名录；不写则按列名识别',
      '  --register 代号  各行属于哪个名录；还没有的，按表的列新建',
      '  --replace      文件就是整个名录：不在其中的条目移除',
      '  --agency 机构  没有写明机构的行归谁',
      '  --dry-run      只说会发生什么，不改动数据',
      '  --approve      以您的名义审核通过所导入的内容，并记录在案',
      '  --strict       要么全部导入，要么一行也不导入',
    ],
    publish: [
      'publish [--note 说明] [--next-version 版本号]',
      '  把审核通过的内容发布为新版本，至少用这个版本号。',
    ],
    search: [
      'search 检索词 [--limit 条数] [--kind 类型] [--sort relevance|date] [--explain]',
      '  像终端一样检索当前发布版本。',
      '  --explain      在每条下面写明排序的理由：方面、取值、分数',
    ],
    verify: ['verify [文件夹|更新包]', '  从元数据起逐个核验发布文件夹（默认为数据文件夹里的）。'],
    lint: [
      'lint 文件… [--strict]',
      '  检查文件里有没有不该公开的内容：个人信息、密级标志、隐藏文字、批注等。',
      '  --strict       有必须处理的内容时，退出状态为 1',
    ],
    status: ['status', '  显示已发布的版本、待审内容和终端情况。'],
    tree: [
      'tree list',
      '  列出现成的公开目录。',
      'tree install 目录 --agency 机构 [--dry-run] [--approve]',
      '  把现成目录里还没有的分类和事项加进来，归这个机构负责。',
    ],
    ...carryHelp.zh,
    account: accountHelp.zh,
    privacy: privacyHelp.zh,
    audit: [
      'audit verify',
      '  从头核对操作记录的摘要链；有记录被改动、增加或删除时拒绝。',
      'audit export [--from 日期] [--to 日期] 文件',
      '  把操作记录连同摘要写成逐行 JSON，第一行写明核对方法；加 --json 则打印出来。',
    ],
    terminal: [
      'terminal shown 终端 --at 时间',
      '  终端当时显示的是哪一版：时间如 2026-03-03T15:00+08:00，或写某一天。',
    ],
    deadline: [
      'deadline --events received:日期[,completion-asked:日期,completed:日期,consultation-begun/third-party:日期,',
      '  consultation-answered:日期,extended/N:日期,replied:日期]  依申请公开的期限（第三十至三十四条）。',
      'deadline --from 日期 (--working-days N | --calendar-days N) [--pause 起..止[,起..止]] [--extend N]',
      '  逐日说明期限何时届满。起算之日不计入；中止期间（含首尾两日）不计入；',
      '  按自然日计算的，期满日遇休息日顺延至下一个工作日。',
    ],
    feeds: ['feeds poll', '  现在读取所有已连接的门户，新内容作为草稿收入。'],
    outbox: [
      'outbox 文件… [--receipt 文件]',
      '  收下终端存到 U 盘的内容：评议、点单、匿名意见、计数。同一个文件再读一遍，不会重复收。',
      '  --receipt 文件  写出回执，终端读入以后不再保留已收下的内容',
    ],
    serve: [
      'serve [--port 端口] [--host 地址] [--empty] [--public-url 网址|none] [--inbox 文件夹|none]',
      '  运行服务。空的数据库会装入演示场所，除非写明 --empty。',
      '  放进“收件文件夹/机构全称/”的文件会成为该机构的移送；不写 --inbox 时是数据文件夹里的 inbox。',
    ],
  },
  outboxUsage: 'outbox 文件…',
  outboxTaken: (file, taken, refused, left) =>
    `${file}：收下 ${taken} 项，拒收 ${refused} 项，留下 ${left} 项`,
  feedsUsage: 'feeds poll',
  feedPolled: (title, items, created, updated) =>
    `${title}：共 ${items} 条，新增 ${created} 条，更新 ${updated} 条`,
  feedFailed: (title, problem) => `${title}：${problem}`,
  noFeeds: '还没有连接门户。',
  unknownCommand: (name) => `没有“${name}”这个命令`,
  noCommand: '没有写明命令',
  nothingToImport: '请至少写一个文件',
  nothingToLint: '请至少写一个文件',
  linted: (file, mustAnswer, hints) => `${file}：公开前必须处理 ${mustAnswer} 处，提示 ${hints} 处`,
  severity: (severity) => (severity === 'hint' ? '［提示］' : '［必须处理］'),
  unknownKind: (kind) => `没有“${kind}”这个类型`,
  registerOnly: '--register 只能与 --as register 一起用',
  noQuery: '请写明要查什么',
  badLimit: '条数是 1 到 100 的数字',
  badSort: '排序写 relevance（相关）或 date（日期）',
  tooMany: '参数太多',
  approvedBy: (who) => `导入的内容以 ${who} 的名义审核通过，已记录在案。`,
  recognisedAs: (file, kind) => `${file}：识别为 ${kind}`,
  fileSummary: (file, rows, accepted, rejected) =>
    `${file}：共 ${rows} 行，接受 ${accepted} 行，拒绝 ${rejected} 行`,
  fileChanges: (created, updated, unchanged) => `  新增 ${created}，更新 ${updated}，未变 ${unchanged}`,
  dryRun: '试运行：数据没有改动。',
  strictRefused: '严格导入被拒绝：数据没有改动。',
  place: (row, column) =>
    [row === null ? null : `第 ${row} 行`, column === null ? null : `“${column}”列`]
      .filter((part) => part !== null)
      .join('，'),
  imported: (rows) => `已处理 ${rows} 行……`,
  published: (version, records, newBytes) => `第 ${version} 版：${records} 条，写入 ${newBytes} 字节`,
  unchanged: (version) => `没有需要发布的：第 ${version} 版已包含全部审核通过的内容。`,
  found: (total, isLowerBound) => `${isLowerBound ? '至少 ' : ''}${total} 条`,
  matched: {
    scattered: '没有完全一样的词，这些内容分散地含有全部文字。',
    sounds: '没有完全一样的词，这些内容读音相近。',
    partly: '没有含有全部文字的内容，这些含有其中大部分。',
  },
  alsoSearched: (words) => `也搜索了：${words.join('、')}`,
  sound: (version, files) => `第 ${version} 版完好：核验了 ${files} 个文件。`,
  unsound: (problems) => `发布文件夹有 ${problems} 处问题。`,
  noRelease: '还没有发布过。',
  statusRelease: (version, at, records) => `第 ${version} 版，${at} 发布：${records} 条`,
  statusWaiting: (waiting) => `待审 ${waiting} 条`,
  statusTerminals: (terminals) => `终端 ${terminals} 台`,
  deadlineUsage: '要写明 --from 日期，以及 --working-days N 或 --calendar-days N 之一',
  statusDeadlines: (overdue: number, stale: number) => `逾期 ${overdue} 件，失效陈旧 ${stale} 件`,
  treeUsage: 'tree list，或 tree install 目录 --agency 机构',
  treeTemplate: (id, title, nodes, matters) => `${id}：${title}，${nodes} 个分类，${matters} 个事项`,
  unknownTemplate: (id) => `没有现成目录“${id}”`,
  treeInstalled: (nodes, matters, keptNodes, keptMatters) =>
    `新增 ${nodes} 个分类、${matters} 个事项；原有 ${keptNodes} 个分类、${keptMatters} 个事项`,
  ...accountText.zh,
  ...carryText.zh,
  ...privacyText.zh,
  auditUsage: 'audit verify，或 audit export [--from 日期] [--to 日期] 文件',
  badDay: '日期写成 2026-03-03',
  chainSound: (entries, head) => `操作记录的摘要链完好：共 ${entries} 条，最新摘要 ${head}`,
  chainBroken: (ids) => `操作记录的摘要链在第 ${ids.join('、')} 条断开`,
  trailExported: (entries, file) => `已把 ${entries} 条操作记录写入 ${file}`,
  terminalUsage: 'terminal shown 终端 --at 时间',
  shownRelease: (version, publishedAt, from, to) =>
    `第 ${version} 版（${publishedAt} 发布），${from} 至 ${to} 终端报告显示此版（中国时间）`,
  shownNothing: (from, to) => `还没有任何版本，${from} 至 ${to} 终端这样报告（中国时间）`,
  shownUncertain: '所问的时间里有一部分没有收到终端的报告。',
  loadingDemo: '正在装入演示场所……',
  demoLoaded: (records) => `演示场所已装入：${records} 条。`,
  adminPassword: (name, password) => `已建立账号“${name}”，密码只显示这一次：${password}`,
  publicUrlDiffers: (published, now) => `当前发布版本的二维码仍指向 ${published}；重新发布后将指向 ${now}。`,
  stopping: '正在停止……',
};

/** Chinese where the environment's language is Chinese, English elsewhere. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): 'zh-CN' | 'en' {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^zh/i.test(locale) ? 'zh-CN' : 'en';
}

export function commandText(language: 'zh-CN' | 'en'): CommandText {
  return language === 'en' ? en : zh;
}
