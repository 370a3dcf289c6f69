import {
  type NewMessageCredits,
  type PhoneCallQuery,
  type PhoneCallTick,
  type ReadMessages,
  TEMPLATE_TOPICS,
  type TemplateTopic,
} from '@openday/shared/messages';
import type { WechatCode } from '@openday/shared/sign-in';
import type { Assert, Exact } from '@openday/shared/wire';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { IsInstant, IsText, PageQuery, QueryFlag } from '../../http/fields';

export class ReadMessagesDto {
  @IsInstant() upTo: string;
}
type _ReadMessagesDto = Assert<Exact<ReadMessagesDto, ReadMessages>>;

export class NewMessageCreditsDto {
  @Matches(/^[\x21-\x7e]{8,36}$/) key: string;
  @IsArray() @ArrayMaxSize(6) @ArrayUnique() @IsIn(TEMPLATE_TOPICS, { each: true }) topics: TemplateTopic[];
}
type _NewMessageCreditsDto = Assert<Exact<NewMessageCreditsDto, NewMessageCredits>>;

export class WorkWechatCodeDto {
  @IsText(1, 200) code: string;
}
type _WorkWechatCodeDto = Assert<Exact<WorkWechatCodeDto, WechatCode>>;

export class PhoneCallQueryDto extends PageQuery {
  @IsOptional() @QueryFlag() @IsBoolean() done?: boolean;
}
type _PhoneCallQueryDto = Assert<Exact<PhoneCallQueryDto, PhoneCallQuery>>;

export class PhoneCallTickDto {
  @IsBoolean() done: boolean;
}
type _PhoneCallTickDto = Assert<Exact<PhoneCallTickDto, PhoneCallTick>>;
