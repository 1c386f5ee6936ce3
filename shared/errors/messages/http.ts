// Errors of the hub's edge: requests it refuses before any work is done.
import { defineMessages } from './message.ts';

export const httpMessages = defineMessages({
  'http.no-route': {
    zh: '没有这个地址：{path}。请检查地址是否写错。',
    en: 'There is nothing at {path}. Check the address.',
    status: 404,
  },
  'http.method-not-allowed': {
    zh: '这个地址不接受 {method} 操作。',
    en: 'This address does not accept {method}.',
    status: 405,
  },
  'http.not-signed-in': {
    zh: '您还没有登录，或登录已经过期。请重新登录。',
    en: 'You are not signed in, or your session has ended. Sign in again.',
    status: 401,
  },
  'http.not-permitted': {
    zh: '您的账号没有做这件事的权限。请联系管理员。',
    en: 'Your account may not do this. Ask an administrator.',
    status: 403,
  },
  'http.bad-csrf-token': {
    zh: '页面已经过期，操作没有执行。请刷新页面后再试。',
    en: 'This page is out of date, so nothing was done. Reload it and try again.',
    status: 403,
  },
  'http.cross-site': {
    zh: '这个请求来自别的网站，没有执行。请从本系统的页面操作。',
    en: 'This request came from another site and was not carried out. Use the pages of this system.',
    status: 403,
  },
  'http.unknown-host': {
    zh: '本系统不认识主机名“{host}”。请使用管理员公布的地址，或请管理员把它加入允许的主机名。',
    en: 'This system does not know the host name “{host}”. Use the published address, or ask the administrator to allow it.',
    status: 421,
  },
  'http.too-many-requests': {
    zh: '操作太频繁。请在 {retryAfterSeconds} 秒后再试。',
    en: 'Too many requests. Try again in {retryAfterSeconds} seconds.',
    status: 429,
  },
  'http.too-large': {
    zh: '提交的内容太大：最多 {limit}。请缩小后再提交。',
    en: 'What was sent is too large: at most {limit}. Make it smaller and send it again.',
    status: 413,
  },
  'http.file-too-large': {
    zh: '文件“{name}”太大：每个文件最多 {limit}。请拆分后再上传。',
    en: 'The file “{name}” is too large: at most {limit} each. Split it and upload again.',
    status: 413,
  },
  'http.too-many-files': {
    zh: '一次最多上传 {limit} 个文件。请分几次上传，或压缩成一个 zip。',
    en: 'At most {limit} files can be uploaded at once. Upload in several goes, or as one zip.',
    status: 413,
  },
  'http.no-file': {
    zh: '没有收到文件。请选择文件后再上传。',
    en: 'No file was received. Choose a file and upload again.',
    status: 400,
  },
  'http.wrong-media-type': {
    zh: '提交的数据类型不对，应为 {expected}。',
    en: 'The data sent has the wrong type; {expected} is expected.',
    status: 415,
  },
  'http.upload-broken': {
    zh: '上传中断，文件没有收全。请检查网络后重新上传。',
    en: 'The upload was cut off before the file was complete. Check the network and upload again.',
    status: 400,
  },
  'http.bad-range': {
    zh: '请求的范围超出了文件的大小。',
    en: 'The requested range lies outside the file.',
    status: 416,
  },
  'http.job-running': {
    zh: '已有一项任务正在进行。请等它完成后再开始新的。',
    en: 'Another task is under way. Start this one when it has finished.',
    status: 409,
  },
  'http.job-not-ready': {
    zh: '还不能执行这一步：请先完成预览。',
    en: 'This step is not possible yet: finish the preview first.',
    status: 409,
  },
  'http.job-cancelled': {
    zh: '任务已取消。',
    en: 'The task was cancelled.',
    status: 409,
  },
  'http.too-many-terminals': {
    zh: '已登记的终端达到上限（{limit} 台）。请管理员先清理不用的终端。',
    en: 'As many terminals are enrolled as the hub allows ({limit}). Ask the administrator to remove unused ones.',
    status: 409,
  },
  'http.unknown-terminal': {
    zh: '终端凭证无效。请让终端重新登记。',
    en: 'The terminal’s credentials are not valid. Enrol the terminal again.',
    status: 401,
  },
});
