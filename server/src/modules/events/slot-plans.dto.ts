import type { NewSlotPlan, SlotPlanChange } from '@openday/shared/slots';
import type { Assert, Exact } from '@openday/shared/wire';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsInt, Matches, Max, Min } from 'class-validator';
import { IsCount, IsId } from '../../http/fields';

export class NewSlotPlanDto {
  @IsId() eventId: string;
  @IsId() venueId: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(7, { each: true })
  weekdays: number[];
  @Matches(/^\d{2}:\d{2}$/) opens: string;
  @Matches(/^\d{2}:\d{2}$/) ends: string;
  @IsCount(15, 480) minutes: number;
  @IsCount(1, 1000) seats: number;
  @IsCount(1, 8) weeks: number;
  @IsBoolean() skipsHolidays: boolean;
}
type _NewSlotPlanDto = Assert<Exact<NewSlotPlanDto, NewSlotPlan>>;

export class SlotPlanChangeDto {
  @IsBoolean() paused: boolean;
}
type _SlotPlanChangeDto = Assert<Exact<SlotPlanChangeDto, SlotPlanChange>>;
