import type { NewWebhook, WebhookChange } from '@openday/shared/webhooks';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsBoolean } from 'class-validator';
import { IsText } from '../../http/fields';

export class NewWebhookDto {
  @IsText(12, 300) url: string;
}
type _NewWebhookDto = Assert<Exact<NewWebhookDto, NewWebhook>>;

export class WebhookChangeDto {
  @IsBoolean() paused: boolean;
}
type _WebhookChangeDto = Assert<Exact<WebhookChangeDto, WebhookChange>>;
