import type { AnnualEvidencePage, AnnualEvidenceQuery, AnnualQuery, AnnualReport } from './annual';
import type {
  AskedExport,
  AuditExportQuery,
  CallsExportQuery,
  EventsExportQuery,
  ExportJob,
  MembersExportQuery,
  NewExport,
  PlanExportQuery,
  QuestionnairesExportQuery,
  RegistrantsExportQuery,
  SessionExportQuery,
  SessionsExportQuery,
  SuggestionsExportQuery,
} from './exports';

/** The year's report and files of every list, part of the contract. */
export interface AnnualRoutes {
  /** 年度报告 */
  'GET /reports/annual': { query: AnnualQuery; reply: AnnualReport };
  /** 一个数的依据 */
  'GET /reports/annual/evidence': { query: AnnualEvidenceQuery; reply: AnnualEvidencePage };
  /** 年度报告 (Word) */
  'GET /reports/annual.docx': { query: AnnualQuery; reply: string };
  /** 年度报告 (Excel) */
  'GET /reports/annual.xlsx': { query: AnnualQuery; reply: string };

  /** 导出活动场次 (Excel): the plan sheet's columns, then the five numbers */
  'GET /exports/sessions.xlsx': { query: SessionsExportQuery; reply: string };
  /** 导出活动场次 (CSV) */
  'GET /exports/sessions.csv': { query: SessionsExportQuery; reply: string };
  /** 导出到场情况 (Excel) */
  'GET /exports/attendance.xlsx': { query: SessionsExportQuery; reply: string };
  /** 导出到场情况 (CSV) */
  'GET /exports/attendance.csv': { query: SessionsExportQuery; reply: string };
  /** 导出一场的报名名单 (Excel); masked unless revealed */
  'GET /exports/registrants.xlsx': { query: RegistrantsExportQuery; reply: string };
  /** 导出一场的报名名单 (CSV) */
  'GET /exports/registrants.csv': { query: RegistrantsExportQuery; reply: string };
  /** 导出意见建议 (Excel) */
  'GET /exports/suggestions.xlsx': { query: SuggestionsExportQuery; reply: string };
  /** 导出意见建议 (CSV) */
  'GET /exports/suggestions.csv': { query: SuggestionsExportQuery; reply: string };
  /** 导出活动总结 (Excel) */
  'GET /exports/closings.xlsx': { reply: string };
  /** 导出活动总结 (CSV) */
  'GET /exports/closings.csv': { reply: string };
  /** 导出单位名录 (Excel) */
  'GET /exports/organizers.xlsx': { reply: string };
  /** 导出单位名录 (CSV) */
  'GET /exports/organizers.csv': { reply: string };
  /** 导出场地 (Excel) */
  'GET /exports/venues.xlsx': { reply: string };
  /** 导出场地 (CSV) */
  'GET /exports/venues.csv': { reply: string };
  /** 导出操作记录 (Excel) */
  'GET /exports/audit.xlsx': { query: AuditExportQuery; reply: string };
  /** 导出操作记录 (CSV) */
  'GET /exports/audit.csv': { query: AuditExportQuery; reply: string };
  /** 导出活动 (Excel) */
  'GET /exports/events.xlsx': { query: EventsExportQuery; reply: string };
  /** 导出活动 (CSV) */
  'GET /exports/events.csv': { query: EventsExportQuery; reply: string };
  /** 导出计划核对情况 (Excel) */
  'GET /exports/plan.xlsx': { query: PlanExportQuery; reply: string };
  /** 导出计划核对情况 (CSV) */
  'GET /exports/plan.csv': { query: PlanExportQuery; reply: string };
  /** 导出问卷结果 (Excel) */
  'GET /exports/satisfaction.xlsx': { query: QuestionnairesExportQuery; reply: string };
  /** 导出问卷结果 (CSV) */
  'GET /exports/satisfaction.csv': { query: QuestionnairesExportQuery; reply: string };
  /** 导出纸质问卷 (Excel) */
  'GET /exports/papers.xlsx': { query: QuestionnairesExportQuery; reply: string };
  /** 导出纸质问卷 (CSV) */
  'GET /exports/papers.csv': { query: QuestionnairesExportQuery; reply: string };
  /** 导出账号 (Excel) */
  'GET /exports/members.xlsx': { query: MembersExportQuery; reply: string };
  /** 导出账号 (CSV) */
  'GET /exports/members.csv': { query: MembersExportQuery; reply: string };
  /** 导出电话名单 (Excel) */
  'GET /exports/calls.xlsx': { query: CallsExportQuery; reply: string };
  /** 导出电话名单 (CSV) */
  'GET /exports/calls.csv': { query: CallsExportQuery; reply: string };
  /** 导出爽约限制 (Excel) */
  'GET /exports/restrictions.xlsx': { reply: string };
  /** 导出爽约限制 (CSV) */
  'GET /exports/restrictions.csv': { reply: string };
  /** 导出每月一题 (Excel) */
  'GET /exports/topics.xlsx': { reply: string };
  /** 导出每月一题 (CSV) */
  'GET /exports/topics.csv': { reply: string };
  /** 导出抽签结果 (Excel) */
  'GET /exports/draw.xlsx': { query: SessionExportQuery; reply: string };
  /** 导出抽签结果 (CSV) */
  'GET /exports/draw.csv': { query: SessionExportQuery; reply: string };
  /** 导出计划 (Excel) */
  'GET /exports/programmes.xlsx': { reply: string };
  /** 导出计划 (CSV) */
  'GET /exports/programmes.csv': { reply: string };
  /** 导出导入的计划表 (Excel) */
  'GET /exports/imports.xlsx': { reply: string };
  /** 导出导入的计划表 (CSV) */
  'GET /exports/imports.csv': { reply: string };
  /** 导出固定开放 (Excel) */
  'GET /exports/slots.xlsx': { reply: string };
  /** 导出固定开放 (CSV) */
  'GET /exports/slots.csv': { reply: string };
  /** 导出网站推送 (Excel) */
  'GET /exports/sites.xlsx': { reply: string };
  /** 导出网站推送 (CSV) */
  'GET /exports/sites.csv': { reply: string };
  /** 导出一场的门口人员 (Excel) */
  'GET /exports/doorStaff.xlsx': { query: SessionExportQuery; reply: string };
  /** 导出一场的门口人员 (CSV) */
  'GET /exports/doorStaff.csv': { query: SessionExportQuery; reply: string };
  /** 导出一场发过的话 (Excel) */
  'GET /exports/messages.xlsx': { query: SessionExportQuery; reply: string };
  /** 导出一场发过的话 (CSV) */
  'GET /exports/messages.csv': { query: SessionExportQuery; reply: string };
  /** 导出公开前要看的 (Excel) */
  'GET /exports/publications.xlsx': { reply: string };
  /** 导出公开前要看的 (CSV) */
  'GET /exports/publications.csv': { reply: string };

  /** 要一份表：长的在后台生成 */
  'POST /exports': { body: NewExport; reply: AskedExport };
  /** 我要过的表: of the last day, newest first */
  'GET /exports': { reply: { items: ExportJob[] } };
  /** 一份表做到哪了 */
  'GET /exports/:id': { reply: ExportJob };
  /** 下载 */
  'GET /exports/:id/file': { reply: string };
}
