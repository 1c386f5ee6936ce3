// The words of the pages that receive lists and texts from a terminal's screen, in Chinese.

export const handOffChinese = {
  list: {
    title: '我的清单',
    count: (total: number) => `共 ${total} 条`,
    opening: '正在打开清单…',
    keep: '清单在网址里，服务器没有保存。想留着它，请收藏本页或复制链接。',
    keepShort: (days: number) => `清单按短码保存 ${days} 天，里面只有内容编号。想留得更久，请复制链接。`,
    damaged: '这个清单没有扫完整，请回到屏幕前再扫一次。',
    noScript:
      '清单写在网址 # 号后面，要打开 JavaScript 才能读出来。也可以在终端上逐条打开，扫单条的二维码，或在下面输入编号。',
    changed: (scanned: number, shown: number) => `您收藏的是第 ${scanned} 版，现在是第 ${shown} 版`,
    gone: '这一条已经不在公开目录里',
    goneCode: (code: string) => `编号 ${code}`,
    expired: '这个短码已经过期',
    expiredWhy: (days: number) => `短码只保存 ${days} 天。请在终端上重新生成，或直接搜索：`,
    copy: '复制链接',
  },
  receive: {
    title: '接收文字',
    intro:
      '大厅屏幕把一份较长的文字分成几张二维码轮流显示。收齐任意足够的几张，就能拼出全文；顺序不限，漏几张也没关系。',
    camera: '用相机接收',
    stop: '停止',
    aim: '请对准屏幕上的二维码，停住不动就行。',
    noCamera: '这里用不了相机。请用微信或相机逐张扫屏幕上的码，每扫一张都会自动记在本机。',
    refused: '没有得到相机的许可。可以在浏览器设置里允许，或者逐张扫码。',
    progress: (held: string, needed: string) => `已收到 ${held} 张，需要 ${needed} 张`,
    none: '还没有收到。',
    other: '这一张属于另一份文字。要改收它，请先清除已经收到的。',
    damaged: '这一张没有扫完整，请再扫一次。',
    clear: '清除，重新接收',
    pasted: '也可以把扫出来的文字粘贴在这里',
    add: '加入',
    done: '收齐了',
    copy: '复制全文',
    copied: '已复制',
    private: '文字只在您的手机里，没有上传。',
    noScript: '接收页需要打开 JavaScript。不打开也可以：用相机逐张扫码，每张直接显示文字。',
  },
};
