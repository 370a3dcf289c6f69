import type { AnnualEvidencePage, AnnualEvidenceQuery, AnnualQuery, AnnualReport } from './annual';
import type {
  AskedExport,
  AuditExportQuery,
  ExportJob,
  NewExport,
  RegistrantsExportQuery,
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

  /** 要一份表：长的在后台生成 */
  'POST /exports': { body: NewExport; reply: AskedExport };
  /** 我要过的表: of the last day, newest first */
  'GET /exports': { reply: { items: ExportJob[] } };
  /** 一份表做到哪了 */
  'GET /exports/:id': { reply: ExportJob };
  /** 下载 */
  'GET /exports/:id/file': { reply: string };
}
