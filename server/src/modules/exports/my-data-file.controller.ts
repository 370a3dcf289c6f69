import { Controller, Get, type StreamableFile } from '@nestjs/common';
import { type Caller, Who } from '../../http/access';
import { MyDataFileService } from './my-data-file.service';

@Controller('me')
export class MyDataFileController {
  constructor(private readonly files: MyDataFileService) {}

  @Get('export.xlsx')
  xlsx(@Who() caller: Caller): Promise<StreamableFile> {
    return this.files.xlsx(caller);
  }
}
