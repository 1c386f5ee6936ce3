// Errors of the kiosk area.
import { defineMessages } from './message.ts';

export const kioskMessages = defineMessages({
  'kiosk.store-unavailable': {
    zh: '本机存储打不开，暂时不能显示目录。请关闭其他浏览器窗口；仍不行时请管理员检查磁盘。',
    en: 'The local store of this terminal cannot be opened, so the catalogue cannot be shown. Close other browser windows; if that does not help, have the disk checked.',
    status: 503,
  },
  'kiosk.store-failed': {
    zh: '本机存储读写失败，原有目录没有改动，系统会自动重试。反复出现时请管理员检查磁盘。',
    en: 'Reading or writing the local store failed; the catalogue held is unchanged and the system tries again by itself. If it keeps happening, have the disk checked.',
    status: 503,
  },
  'kiosk.disk-full': {
    zh: '本机空间不足，新目录没有安装，继续显示原有目录。请管理员清理磁盘。',
    en: 'This terminal is short of disk space: the new catalogue was not installed and the one held stays on screen. Free some disk space.',
    status: 507,
  },
  'kiosk.no-catalogue': {
    zh: '本机还没有目录，正在等待从中枢下载。请确认网络已接通。',
    en: 'This terminal holds no catalogue yet and is waiting to download one. Check that the network is connected.',
    status: 503,
  },
  'kiosk.catalogue-unreadable': {
    zh: '本机保存的第 {version} 版目录读不出来，系统会从中枢重新取回。',
    en: 'Version {version} of the catalogue held here cannot be read; the system fetches it again from the hub.',
    status: 503,
  },
  'kiosk.release-incomplete': {
    zh: '第 {version} 版目录没有下载完整，没有启用。系统会自动继续下载。',
    en: 'Version {version} of the catalogue is not completely stored, so it was not switched on. The download continues by itself.',
    status: 503,
  },
  'kiosk.attachment-missing': {
    zh: '这个附件不在本机，暂时打不开。网络恢复后会自动补齐，也可以用手机继续阅读。',
    en: 'This attachment is not stored on the terminal and cannot be opened now. It is fetched when the network is back; you can also continue on your phone.',
    status: 404,
  },
  'kiosk.file-too-large': {
    zh: '这个附件太大或者太复杂，本机不打开它。可以用手机继续，在手机或电脑上看。',
    en: 'This attachment is too large or too complex to be opened here. Continue on your phone to read it there.',
    status: 413,
  },
  'kiosk.file-unreadable': {
    zh: '这个附件本机读不出来，文件可能损坏或者加了密码。可以用手机继续，在手机或电脑上看。',
    en: 'This attachment cannot be read here; it may be damaged or locked with a password. Continue on your phone.',
    status: 422,
  },
  'kiosk.hub-unreachable': {
    zh: '连不上中枢，继续显示本机已有的目录。请检查网络；恢复后会自动更新。',
    en: 'The hub cannot be reached; the catalogue held here stays in use. Check the network; updating resumes by itself.',
    status: 503,
  },
  'kiosk.hub-refused': {
    zh: '中枢没有给出所要的内容（状态 {status}）。继续显示本机已有的目录，系统会自动重试。',
    en: 'The hub did not give what was asked for (status {status}). The catalogue held here stays in use and the system tries again by itself.',
    status: 502,
  },
  'kiosk.insecure-context': {
    zh: '这个地址不能安全使用本机存储。请用 https:// 或 http://localhost 打开，或由管理员在浏览器策略中信任本地址。',
    en: 'This address cannot use the local store safely. Open it over https:// or http://localhost, or have the administrator trust it in the browser policy.',
    status: 400,
  },
  'kiosk.worker-failed': {
    zh: '后台程序（{worker}）多次停止运行，一分钟后自动重试。反复出现时请管理员重启终端。',
    en: 'The background program ({worker}) stopped several times and is tried again in a minute. If it keeps happening, restart the terminal.',
    status: 500,
  },
  'kiosk.worker-unresponsive': {
    zh: '后台程序（{worker}）没有回应，已重新启动。请再试一次。',
    en: 'The background program ({worker}) did not answer and was restarted. Try again.',
    status: 504,
  },
  'kiosk.too-busy': {
    zh: '正在处理的操作太多，请稍等几秒再试。',
    en: 'Too much is going on at once; wait a few seconds and try again.',
    status: 429,
  },
});
