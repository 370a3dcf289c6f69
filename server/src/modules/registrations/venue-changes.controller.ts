import { Body, Controller, Param, Patch } from '@nestjs/common';
import type { ReplyOf } from '@openday/shared/contract';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { VenueChangeDto } from '../venues/venues.dto';
import { VenueChangesService } from './venue-changes.service';

@Controller()
export class VenueChangesController {
  constructor(private readonly changes: VenueChangesService) {}

  @Patch('venues/:id')
  change(
    @Who() caller: Caller,
    @Param('id', IdPipe) id: string,
    @Body() body: VenueChangeDto,
  ): Promise<ReplyOf<'PATCH /venues/:id'>> {
    return this.changes.change(caller, id, body);
  }
}
