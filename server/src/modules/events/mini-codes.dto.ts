import type { InviteCode } from '@openday/shared/contract-mini-codes';
import type { Assert, Exact } from '@openday/shared/wire';
import { IsText } from '../../http/fields';

export class InviteCodeDto {
  @IsText(20, 100) token: string;
}
type _InviteCodeDto = Assert<Exact<InviteCodeDto, InviteCode>>;
