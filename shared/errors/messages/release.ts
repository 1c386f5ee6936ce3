// Errors of the release area: refusals of a terminal, and what can stop a publish.
import { defineMessages } from './message.ts';

export const releaseMessages = defineMessages({
  'release.none': {
    zh: '还没有发布过任何版本。请先在管理页发布一次。',
    en: 'Nothing has been published yet. Publish once from the admin page first.',
    status: 404,
  },
  'release.no-trusted-root': {
    zh: '本终端还没有可信的发布根文件，不能更新。请让终端重新登记到本馆服务器。',
    en: 'This terminal holds no trusted root metadata, so it cannot update. Enrol it with the hub again.',
    status: 500,
  },
  'release.file-missing': {
    zh: '发布文件“{file}”不存在，没有更新。请检查服务器或镜像上的文件是否完整。',
    en: 'The release file “{file}” is missing, so nothing was updated. Check that the server or mirror holds every file.',
    status: 404,
  },
  'release.unreadable': {
    zh: '读取发布文件时磁盘出错（{reason}）。请检查磁盘和权限后重新核对。',
    en: 'The disk failed while release files were read ({reason}). Check the disk and permissions, then verify again.',
    status: 500,
  },
  'release.too-long': {
    zh: '文件“{file}”超过了允许的 {limit} 字节，已停止下载，没有更新。请检查服务器或镜像。',
    en: 'The file “{file}” is longer than the {limit} bytes allowed; the download was stopped and nothing was updated. Check the server or mirror.',
    status: 502,
  },
  'release.length-mismatch': {
    zh: '文件“{file}”应为 {expected} 字节，实际 {found} 字节，没有更新。文件可能没有传完，请重试。',
    en: 'The file “{file}” should be {expected} bytes but is {found}; nothing was updated. It may have been cut short, so try again.',
    status: 502,
  },
  'release.hash-mismatch': {
    zh: '文件“{file}”的内容与签名登记的不符，已拒绝，没有更新。文件可能损坏或被改动，请检查服务器。',
    en: 'The content of “{file}” is not what was signed, so it was refused and nothing was updated. It is damaged or was altered; check the server.',
    status: 502,
  },
  'release.metadata-malformed': {
    zh: '发布元数据“{file}”格式不对（{reason}），已拒绝，没有更新。请检查服务器。',
    en: 'The release metadata “{file}” is malformed ({reason}), so it was refused and nothing was updated. Check the server.',
    status: 502,
  },
  'release.signature-invalid': {
    zh: '元数据“{role}”的有效签名只有 {valid} 个，需要 {needed} 个，已拒绝，没有更新。请核对服务器的发布密钥。',
    en: 'The metadata “{role}” carries {valid} valid signatures of {needed} needed, so it was refused and nothing was updated. Check the signing keys of the server.',
    status: 502,
  },
  'release.rolled-back': {
    zh: '服务器给出的“{role}”是旧版本 {offered}，本机已有 {trusted}，已拒绝。请检查服务器是否被恢复成了旧数据。',
    en: 'The server offered an older “{role}”, version {offered}, while {trusted} is already known, so it was refused. Check whether the server was restored from old data.',
    status: 502,
  },
  'release.version-mismatch': {
    zh: '“{role}”应为版本 {expected}，实际是 {found}，已拒绝，没有更新。服务器上的文件可能来自不同的发布。',
    en: '“{role}” should be version {expected} but is {found}, so it was refused and nothing was updated. The files on the server may come from different releases.',
    status: 502,
  },
  'release.metadata-expired': {
    zh: '发布元数据“{role}”已于 {expires} 过期，不再安装新内容，现有内容照常显示。请让服务器联网运行，并核对本机时间。',
    en: 'The release metadata “{role}” expired at {expires}: nothing new is installed and the present content stays. Keep the hub running and check this machine’s clock.',
    status: 502,
  },
  'release.root-chain-too-long': {
    zh: '发布根文件一次更换超过 {limit} 代，已停止更新。请让终端重新登记到本馆服务器。',
    en: 'The root metadata changed more than {limit} times in one update, so updating stopped. Enrol the terminal with the hub again.',
    status: 502,
  },
  'release.no-such-target': {
    zh: '签名清单里没有文件“{path}”，已拒绝。请重新发布。',
    en: 'The signed list has no file “{path}”, so it was refused. Publish again.',
    status: 404,
  },
  'release.manifest-malformed': {
    zh: '发布清单格式不对（{reason}），已拒绝，没有更新。请重新发布，或升级终端程序。',
    en: 'The release manifest is malformed ({reason}), so it was refused and nothing was updated. Publish again, or update the terminal’s program.',
    status: 502,
  },
  'release.manifest-mismatch': {
    zh: '发布清单与签名的文件表不一致：{path}（{reason}），已拒绝，没有更新。请重新发布。',
    en: 'The release manifest and the signed list of files disagree on {path} ({reason}), so it was refused and nothing was updated. Publish again.',
    status: 502,
  },
  'release.block-file-damaged': {
    zh: '数据文件“{file}”结构损坏（{reason}），没有更新。请检查服务器上的文件。',
    en: 'The data file “{file}” is damaged ({reason}); nothing was updated. Check the file on the server.',
    status: 502,
  },
  'release.deleted-list-damaged': {
    zh: '数据段“{segment}”的失效名单损坏（{reason}），没有更新。请检查服务器上的文件。',
    en: 'The list of superseded records of segment “{segment}” is damaged ({reason}); nothing was updated. Check the file on the server.',
    status: 502,
  },
  'release.publish-in-progress': {
    zh: '另一次发布正在进行，本次没有开始。请等它完成后再试。',
    en: 'Another publish is running, so this one did not start. Try again when it has finished.',
    status: 409,
  },
  'release.key-missing': {
    zh: '发布密钥“{role}”不见了，不能签名，没有发布。请从备份恢复数据目录里的 keys 文件夹。',
    en: 'The signing key “{role}” is gone, so nothing can be signed or published. Restore the keys folder of the data folder from a backup.',
    status: 500,
  },
  'release.key-damaged': {
    zh: '发布密钥“{role}”损坏或与已发布的根文件不符，没有发布。请从备份恢复数据目录里的 keys 文件夹。',
    en: 'The signing key “{role}” is damaged or is not the one the published root names, so nothing was published. Restore the keys folder of the data folder from a backup.',
    status: 500,
  },
  'release.source-disordered': {
    zh: '内容库给出的记录次序不对（{id}），没有发布。请把这个编号告诉管理员。',
    en: 'The store listed its records out of order at {id}, so nothing was published. Tell the administrator this id.',
    status: 500,
  },
  'release.attachment-missing': {
    zh: '附件“{name}”（记录 {id}）的文件不见了，没有发布。请重新上传这个附件。',
    en: 'The file of attachment “{name}” (record {id}) is gone, so nothing was published. Upload it again.',
    status: 500,
  },
  'release.attachment-damaged': {
    zh: '附件“{name}”（记录 {id}）的文件已损坏，没有发布。请重新上传这个附件。',
    en: 'The file of attachment “{name}” (record {id}) is damaged, so nothing was published. Upload it again.',
    status: 500,
  },
  'release.check-failed': {
    zh: '新版本写好后自查没有通过：{problem}。没有切换，现在的版本不变。请检查磁盘后再发布。',
    en: 'The new release failed its own check: {problem}. Nothing was switched and the present release stays. Check the disk, then publish again.',
    status: 500,
  },
  'release.disk-failed': {
    zh: '写发布文件时磁盘出错（{reason}）。现在的版本不变。请检查磁盘空间和权限后再发布。',
    en: 'The disk failed while release files were written ({reason}). The present release stays. Check free space and permissions, then publish again.',
    status: 507,
  },
});
