import type { NewSessionMessage, RegistrantMove } from '@openday/shared/registrants';
import type { Assert, Exact } from '@openday/shared/wire';
import { ArrayMaxSize, ArrayMinSize, IsArray, Matches } from 'class-validator';
import { IsId, IsLeftOut, IsText } from '../../http/fields';

export class RegistrantMoveDto {
  @IsId() sessionId: string;
  @IsLeftOut() @IsId() quotaId?: string;
  @IsText(2, 60) reason: string;
}
type _RegistrantMoveDto = Assert<Exact<RegistrantMoveDto, RegistrantMove>>;

export class NewSessionMessageDto {
  @IsText(2, 100) text: string;
  @IsLeftOut()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @Matches(/^\d{19}$/, { each: true })
  ids?: string[];
}
type _NewSessionMessageDto = Assert<Exact<NewSessionMessageDto, NewSessionMessage>>;
