// Headings that several ready-made registers know, parted by blanks.

/** Of credit codes. */
export const creditCodeHeadings =
  '社会信用代码 信用代码 统一信用代码 统一社会信用代码/注册号 统一代码 机构代码';
/** Of the names of enterprises. */
export const nameHeadings =
  '企业名称 单位名称 市场主体名称 经营主体名称 主体名称 公司名称 商户名称 企业（字号）名称';
