// Characters with more than one living reading, as names and titles of today use them.
// Dictionaries know many more (县 xuan, 南 na), which nobody types: each would only be a way to find the wrong thing.
// Readings that a neighbouring character always tells (大夫 dai, 地 de) are left to the context as well.

const table = `阿a e|柏bai bo|薄bao bo|堡bao bu pu|暴bao pu|辟pi bi|扁bian pian|便bian pian|泊bo po|卜bu bo|伯bo bai
参can shen cen|藏cang zang|查cha zha|差cha chai ci|长chang zhang|厂chang han|朝chao zhao|车che ju
称cheng chen|乘cheng sheng|澄cheng deng|匙chi shi|仇chou qiu|臭chou xiu|传chuan zhuan|单dan shan chan
弹tan dan|翟zhai di|调tiao diao|侗dong tong|都dou du|度du duo|囤tun dun|恶e wu|番fan pan|繁fan po|佛fo fu
否fou pi|脯pu fu|盖gai ge|给gei ji|谷gu yu|龟gui jun qiu|蛤ha ge|核he hu|虹hong jiang|还hai huan
会hui kuai|稽ji qi|缉ji qi|夹jia ga|贾jia gu|见jian xian|将jiang qiang|降jiang xiang|脚jiao jue
角jiao jue|解jie xie|桔ju jie|藉jie ji|芥jie gai|劲jin jing|颈jing geng|句ju gou|觉jue jiao|浚jun xun
卡ka qia|咖ka ga|扛kang gang|亢kang gang|壳ke qiao|勒le lei|乐le yue lao|棱leng ling|六liu lu|碌lu liu
露lu lou|陆lu liu|率lv shuai|绿lv lu|纶lun guan|落luo la lao|络luo lao|埋mai man|脉mai mo|蔓man wan
氓mang meng|秘mi bi|泌mi bi|模mo mu|牟mu mou|娜na nuo|难nan nuo|弄nong long|炮pao bao|屏ping bing|埔pu bu
朴pu piao po|曝pu bao|瀑pu bao|期qi ji|栖qi xi|奇qi ji|齐qi ji|铅qian yan|乾qian gan|强qiang jiang
茄qie jia|亲qin qing|圈quan juan|券quan xuan|雀que qiao|塞sai se|色se shai|莎sha suo|刹cha sha
杉shan sha|蛇she yi|射she ye|沈shen chen|盛sheng cheng|石shi dan|拾shi she|食shi si|识shi zhi|氏shi zhi
熟shu shou|属shu zhu|数shu shuo|似si shi|宿su xiu|汤tang shang|提ti di|屯tun zhun|拓tuo ta|万wan mo
尾wei yi|蔚wei yu|尉wei yu|涡wo guo|洗xi xian|铣xian xi|系xi ji|虾xia ha|厦sha xia|吓xia he|纤xian qian
巷xiang hang|削xiao xue|校xiao jiao|行xing hang|畜chu xu|血xue xie|咽yan ye|叶ye xie|遗yi wei|殷yin yan
涌yong chong|约yue yao|钥yao yue|曾ceng zeng|扎zha za|轧ya zha|栅shan zha|粘nian zhan|召zhao shao
折zhe she|种zhong chong|重zhong chong|著zhu zhe zhuo|爪zhua zhao|转zhuan zhuai|琢zhuo zuo|仔zai zi
柞zha zuo|峒dong tong|圩wei xu|峙zhi shi|嵊sheng cheng|祭ji zhai|洞dong tong|荥xing ying|莘xin shen
犍qian jian|歙she xi|筠yun jun|郇xun huan|覃qin tan|隗wei kui|缪miao mou|宓mi fu|隽jun juan`;

/** Every reading of a polyphone that is in use, the commonest first. */
export const livingReadings: ReadonlyMap<string, readonly string[]> = new Map(
  table.split(/[|\n]/).map((entry) => [entry.slice(0, 1), [...new Set(entry.slice(1).split(' '))]]),
);
