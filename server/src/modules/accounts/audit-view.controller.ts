import { Controller, Get, Query } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { AuditQueryDto } from './audit-view.dto';
import { AuditViewService } from './audit-view.service';

@Controller('desk/audit')
export class AuditViewController {
  constructor(private readonly view: AuditViewService) {}

  @Get()
  list(@Who() caller: Caller, @Query() query: AuditQueryDto): Promise<ReplyOf<'GET /desk/audit'>> {
    return this.view.list(caller, query);
  }
}
