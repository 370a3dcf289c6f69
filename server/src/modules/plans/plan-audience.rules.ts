import { type Finding, finding } from './plan-sheet.rules';
import { sentence } from './plan-words.rules';

export interface AudienceReading {
  /** The sheet's own words, or null. */
  audience: string | null;
  findings: Finding[];
}

const PUBLIC =
  '群众|居民|市民|村民|公众|百姓|企业|商户|个体户|家长|学生|师生|党员|代表|委员|业主|老人|老年|妇女|青年|职工|农户|大户|客商|媒体|记者|社会各界|纳税人|服务对象|监督员|理事会|员工|儿童|家庭|网民|网友|司机|人员|专家|人士|游客|读者|志愿者|律师|医师|医生';
const INVITED = new RegExp(
  `邀请(.{0,60}?(?:${PUBLIC})(?:等)?)(?=[，,。；;]|走进|前往|参|在|到|赴|进|就|来|观摩|体验|召开|通过|对|为|齐|等|$|共?约?\\d|[一二三四五六七八九十百]+余?[人名]|填|现场|实地|上门|举)`,
);
const ADDRESSED = new RegExp(
  `(?:面向|组织|为|向|对|让|请|服务|听取|解答)[^，。；]{0,14}?(?:${PUBLIC.replace('|人员', '')})`,
);
const STAFF_ONLY =
  /(?:其他|各|兄弟|周边|外地|全)(?:乡镇|镇街|镇(?!江)|乡|村|科|股|街道|县区|县市区|区县|单位|部门|科室)[^，。；]{0,6}?(?:人员|干部|负责人|同志|工作人员)|[市区县]直(?:机关|部门|单位)[^，。；]{0,6}(?:人员|干部|职工)|机关干部|(?:本单位|局|全体|系统内)(?:干部)?(?:职工|工作人员)|同行|科级干部|领导干部|班子成员|考察团|观摩团/;
const MINORS = /中小学生|小学生|中学生|初中生|高中生|儿童|幼儿|青少年|少先队员|未成年|孩子|亲子|小朋友|小记者/;
const SERVERS = /专家|医师|医生|律师|讲师|教授|志愿者|义工|农技员|技术人员/;
const PUBLIC_WORDS = /市民|群众|居民|村民|企业|公众|家长|商户|代表/;
/** 是否对公众开放：否 stands in a column of its own, which is kept in the note under its name. */
const CLOSED =
  /是否(?:对外|[对向](?:公众|社会|群众|市民))?(?:公开|开放)[^：；]{0,12}：(?:否|不(?:开放|公开|对外)?|×|✗|N|NO)(?=$|[；，。,\s（(])|(?:^|[：；，。])不(?:对外|对公众|对社会)(?:公众)?(?:开放)?(?=$|[；，。])/i;
const said = (code: Finding['code'], message: string, raw: string | null) => finding(code, 'audience', message, raw);

/** A remark or a column that says the row is not open to the public. */
export function readClosed(note: string): Finding[] {
  const closed = CLOSED.exec(sentence(note.slice(0, 1_000)))?.[0].replace(/^[：；，。]/, '');
  return closed ? [said('audience_not_public', `表里写“${closed}”，请定下要不要对外报名。`, closed)] : [];
}

/** Who may come: the sheet's own column, else whom the content invites or addresses; a headcount may name them too. */
export function readAudience(cell: string | null, content: string, headcount = ''): AudienceReading {
  const text = sentence(content.slice(0, 4_000));
  const own = cell ? sentence(cell.slice(0, 2_000)) : '';
  const invited = INVITED.exec(text)?.[1]?.replace(/^[：:]/, '') ?? null;
  // Doctors who are invited to serve the residents are not the ones who may come.
  const serving = !own && invited !== null && SERVERS.test(invited) && !PUBLIC_WORDS.test(invited);
  const audience = own || (serving ? null : invited);
  const findings: Finding[] = [];
  const words = own || (invited ?? '');
  const staff = STAFF_ONLY.exec(words.replace(/[（(][^（()）]*[)）]/g, ''))?.[0];
  if (staff && !PUBLIC_WORDS.test(words)) {
    findings.push(said('audience_not_public', `来的是“${staff}”，不是居民，请定下要不要对外报名。`, staff));
  }
  const minors = MINORS.exec(`${words}。${headcount}`)?.[0];
  if (minors) findings.push(said('minors', `面向“${minors}”，要由学校组织或监护人同意，请核对。`, minors));
  if (!audience && text && (serving || !ADDRESSED.test(text)))
    findings.push(said('audience_missing', '没写邀请谁来，请核对。', null));
  if (
    invited &&
    !own &&
    SERVERS.test(invited) &&
    /[为给](?:辖区|社区|广大)?(?:居民|群众|村民|市民|企业|百姓)/.test(text)
  ) {
    const message = `人数可能是“${invited}”的人数，不是来的居民数，请核对。`;
    findings.push(finding('headcount_meaning', 'headcount', message, invited));
  }
  return { audience: audience ? audience.slice(0, 200) : null, findings };
}
