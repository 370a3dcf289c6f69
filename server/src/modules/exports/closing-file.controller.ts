import { Controller, Get, Param, type StreamableFile } from '@nestjs/common';
import { type Caller, Who } from '../../http/access';
import { IdPipe } from '../../http/id.pipe';
import { ClosingFileService } from './closing-file.service';

@Controller('sessions')
export class ClosingFileController {
  constructor(private readonly files: ClosingFileService) {}

  @Get(':id/closing.docx')
  docx(@Who() caller: Caller, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    return this.files.docx(caller, id);
  }
}
