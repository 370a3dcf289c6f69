import {
  CONSENT_KINDS,
  type ConsentKind,
  type ConsentWithdrawal,
  type Erasure,
  MESSAGE_TOPICS,
  type MessageSettingsChange,
  type MessageTopic,
  type NewConsent,
} from '@openday/shared/me';
import type { Assert, Exact } from '@openday/shared/wire';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, Matches } from 'class-validator';
import { IsLeftOut, IsText } from '../../http/fields';

export class ErasureDto {
  @IsText(1, 10) confirm: string;
}
type _ErasureDto = Assert<Exact<ErasureDto, Erasure>>;

export class NewConsentDto {
  @IsIn(CONSENT_KINDS) kind: ConsentKind;
  @Matches(/^\d{4}-\d{2}-\d{2}$/) version: string;
}
type _NewConsentDto = Assert<Exact<NewConsentDto, NewConsent>>;

export class ConsentWithdrawalDto {
  @IsIn(CONSENT_KINDS) kind: ConsentKind;
}
type _ConsentWithdrawalDto = Assert<Exact<ConsentWithdrawalDto, ConsentWithdrawal>>;

const AreTopics = () => IsIn(MESSAGE_TOPICS, { each: true });

export class MessageSettingsChangeDto {
  @IsLeftOut() @IsArray() @ArrayMaxSize(5) @AreTopics() on?: MessageTopic[];
  @IsLeftOut() @IsArray() @ArrayMaxSize(5) @AreTopics() off?: MessageTopic[];
  @IsLeftOut() @IsBoolean() sms?: boolean;
}
type _MessageSettingsChangeDto = Assert<Exact<MessageSettingsChangeDto, MessageSettingsChange>>;
