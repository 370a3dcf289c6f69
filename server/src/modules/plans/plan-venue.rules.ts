import { type Finding, finding } from './plan-sheet.rules';
import { sentence } from './plan-words.rules';

export interface VenueReading {
  /** The sheet's own words for the place, or null. */
  venue: string | null;
  findings: Finding[];
}

type Kind = 'named' | 'vague' | 'several' | 'either';
interface Place {
  text: string;
  kind: Kind;
}

const END =
  '中心|大厅|食堂|储备库|粮库|仓库|会议室|报告厅|社区|广场|公园|园区|产业园|科技园|大厦|学校|小学|中学|大学|学院|幼儿园|校园|分局|局|所|站|场馆|馆|基地|示范区|村庄|集市|村|大队|支队|中队|镇|公司|企业|厂|医院|卫生院|楼|会场|展厅|室|法院|检察院|街道|小区|商铺|商场|市场|超市|阵地|驿站|门店|工地|车间|水库|景区|农场|合作社|窗口|礼堂|剧院|银行|园|院|厅|街|路|处|点|实验室|指挥部|管委会|政府|工地|项目部|现场|场所|家中|圩|段|楼层|林场|农场|水厂|[东南西北正]门|[一二三四五六七八九十\\d]+[楼层期]|苑|码头|车站|服务区|展区';
const GENERIC =
  '会场|会议室|校园|社区|村庄|村|企业|学校|单位|现场|家中|小区|广场|商铺|商场|集市|市场|街道|公园|园区|办公场所|门店|工地|车间|机关|基层|家庭|场所|各处|窗口|大厅|办公室';
const LEAD =
  /(?<![存所现实潜内外正还]|包括)在(?!校学|校生|职|场|线|此|于|建|册|家)|走进|走入|走访|前往|来到|(?<![达感受得做直看听遇提解谈涉想收找])到(?![位来达底]|场)|赴|(?<![走推促改先引跟增挺迈前])进(?=各|社区|村|企业|校|学校|小区|广场|集市|园区|机关|商|工地)|参观|观摩|于(?=.{2,14}(?:举|召|开))/g;
const STOP =
  /进行|开展|举办|召开|举行|组织|针对|讲解|宣传(?!栏|中心)|宣讲|解读|体验(?!馆|中心|厅|室|区|基地|店)|了解|听取|推门|调研|参加|参观|观摩|并|以|通过|现场(?!$)|就(?!业)|为(?!民|先)|对(?!外|接)|向(?!阳)|的(?!士)|展示(?!馆|厅|中心|区)|感受|实地|填写|内容|情况|设|等方面|上门/;
const ENDED = new RegExp(`^.*(?:${END})`);
const VAGUE = new RegExp(
  `^(?:我?[区县市镇]内?|辖区内?|区内|本[地区]?|当地|全[区镇县市]|相关|有关|部分|指定|所在)*的?(?:${GENERIC})(?:内|里|中|上)?$`,
);
const NONE_YET = /待定|另行通知|未定|线上|网络|直播|腾讯会议|暂无|^无$|^\/$|^-+$/;
const said = (code: Finding['code'], message: string, raw: string | null) => finding(code, 'venue', message, raw);

/** Where it is: the sheet's own column, else the place the content names. */
export function readVenue(cell: string | null, content: string): VenueReading {
  const own = cell ? sentence(cell.slice(0, 300)) : '';
  if (own && NONE_YET.test(own)) {
    return { venue: null, findings: [said('venue_missing', `地点写的是“${own}”，请选定场地。`, own)] };
  }
  const places = own ? [judge(own, true)] : withoutRooms(placesIn(sentence(content.slice(0, 4_000))));
  const pick = (kind: Kind) => places.find((place) => place.kind === kind);
  const either = pick('either');
  if (either) return asked('venue_alternative', `“${either.text}”二选一，请选定场地。`, either.text);
  const several = pick('several');
  if (several) return asked('venue_multiple', `“${several.text}”不是一个地点，请选定场地或拆成几场。`, several.text);
  const named = pick('named');
  const another = places.find((place) => place.kind === 'named' && isApart(place.text, named!.text));
  if (named && another) {
    const raw = another.text;
    const message = `内容说到“${named.text}”和“${raw}”，请选定场地或拆成几场。`;
    return { venue: named.text, findings: [said('venue_multiple', message, raw)] };
  }
  if (named) return { venue: named.text, findings: [] };
  const vague = places[0];
  if (vague) return asked('venue_missing', `地点只写“${vague.text}”，请选定场地。`, vague.text);
  return { venue: null, findings: [said('venue_missing', '没写地点，请选定场地。', null)] };
}

/** 值班室、会议室 behind a house that is named are rooms of it, not several places. */
function withoutRooms(places: readonly Place[]): Place[] {
  const named = places.some(({ kind }) => kind === 'named');
  return places.filter(({ kind, text }) => !(named && kind === 'several' && /^[^各]*[室厅口间区]$/.test(text)));
}

/** Two names of which neither is a part of the other; a room is a part of any house. */
function isApart(one: string, other: string): boolean {
  const room = /^.{0,6}(?:室|厅|窗口|车间|大厅|专区|展区|楼|现场)$|(?:专区|窗口|现场)$/;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return !isShortFor(short, long) && !room.test(one) && !room.test(other);
}

/** 市场监管所 for 市场监督管理所: all its signs, in order. */
function isShortFor(short: string, long: string): boolean {
  let at = -1;
  return [...short].every((sign) => {
    at = long.indexOf(sign, at + 1);
    return at >= 0;
  });
}

function asked(code: Finding['code'], message: string, raw: string): VenueReading {
  return { venue: raw, findings: [said(code, message, raw)] };
}

/** The places a sentence names, in order. */
function placesIn(text: string): Place[] {
  const flat = text.replace(/[（(][^（()）]*[）)]/g, '');
  const places: Place[] = [];
  for (const lead of flat.matchAll(LEAD)) {
    const clause = /^[^，。；！：,;]{1,60}/.exec(flat.slice(lead.index + lead[0].length))?.[0] ?? '';
    const place = placeOf(clause, lead[0]);
    if (place) places.push(place);
  }
  return places;
}

function placeOf(clause: string, lead: string): Place | null {
  const stop = clause.search(STOP);
  const cut = (stop > 0 ? clause.slice(0, stop) : clause).trim();
  if (stop === 0) return null;
  const ended = ENDED.exec(cut)?.[0];
  // 接处警席位: a sign that ends few places ends none inside a word.
  const inside =
    ended !== undefined &&
    /[处点路段街所期门]$/.test(ended) &&
    /^[\u4e00-\u9fff]/.test(cut.slice(ended.length)) &&
    !/^[内里的和及与]/.test(cut.slice(ended.length));
  if (ended && ended.length > 1 && !inside)
    return judge(ended + (/^(?:内|里)/.exec(cut.slice(ended.length))?.[0] ?? ''));
  const goes = /走进|走入|前往|来到/.test(lead);
  const isName = /^[\u4e00-\u9fff·“”A-Za-z0-9]{2,14}$/.test(cut) && !/生活|基层|一线|群众|田间|家/.test(cut);
  return goes && isName ? { text: cut, kind: 'named' } : null;
}

function judge(text: string, own = false): Place {
  const place = text.replace(/^(?:地点[:：]?|于|在)/, '');
  const parts = place
    .replace(/[（(][^（()）]*[）)]/g, '')
    .split(/、|；|;|，|,|\/|和(?=.{2,})|及(?=.{2,})/)
    .map((part) => part.trim())
    .filter(Boolean);
  const isPlace = (part: string) => new RegExp(`(?:${END})(?:内|里)?$`).test(part);
  if (/或者?|\/(?=[\u4e00-\u9fff])/.test(place) && place.split(/或者?|\//).every((part) => isPlace(part.trim()))) {
    return { text: place, kind: 'either' };
  }
  if (/^各|各(?:学校|校|企业|社区|村|单位|镇|街道|小区|点|园区|会场|分会场)|多个|若干|分别/.test(place)) {
    return { text: place, kind: 'several' };
  }
  const apart = parts
    .slice(1)
    .some(
      (part) =>
        !/^[A-Za-z\d一二三四五六七八九十]{1,4}(?:楼|号|层|栋|室|会议室)|^[^各]{0,4}(?:[室厅间楼]|窗口)$/.test(part),
    );
  const most = parts.filter((part) => isPlace(part)).length >= parts.length - (own && place.includes('、') ? 1 : 0);
  if (parts.length > 1 && most && apart) return { text: place, kind: 'several' };
  return { text: place, kind: VAGUE.test(place) ? 'vague' : 'named' };
}
