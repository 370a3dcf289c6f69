import {
  ANNUAL_FIGURES,
  type AnnualEvidenceQuery,
  type AnnualFigureKind,
  type AnnualQuery,
} from '@openday/shared/annual';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsIn, IsOptional } from 'class-validator';
import { IsCount, IsId, PageQuery, QueryNumber } from '../../http/fields';

export class AnnualQueryDto {
  @QueryNumber() @IsCount(2000, 2100) year: number;
  @IsOptional() @IsId() programme?: string;
}
type _AnnualQueryDto = Assert<Exact<AnnualQueryDto, AnnualQuery>>;

export class AnnualEvidenceQueryDto extends PageQuery {
  @QueryNumber() @IsCount(2000, 2100) year: number;
  @IsOptional() @IsId() programme?: string;
  @IsIn(ANNUAL_FIGURES) figure: AnnualFigureKind;
}
type _AnnualEvidenceQueryDto = Assert<Exact<AnnualEvidenceQueryDto, AnnualEvidenceQuery>>;
