import { IsIn } from 'class-validator';
import { IsLeftOut } from '../../http/fields';

export class ImageQueryDto {
  @IsLeftOut() @IsIn(['small', 'large']) size?: 'small' | 'large';
}
