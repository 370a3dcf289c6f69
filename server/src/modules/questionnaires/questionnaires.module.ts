import { Module } from '@nestjs/common';
import { SuggestionsModule } from '../suggestions/suggestions.module';
import { PaperBatchWriter } from './paper-batch.writer';
import { PaperBatchesController } from './paper-batches.controller';
import { PaperBatchesService } from './paper-batches.service';
import { ResponseRetentionJob } from './response-retention.job';
import { ResponsesController } from './responses.controller';
import { ResponsesService } from './responses.service';

@Module({
  imports: [SuggestionsModule],
  controllers: [ResponsesController, PaperBatchesController],
  providers: [ResponsesService, PaperBatchesService, PaperBatchWriter, ResponseRetentionJob],
  exports: [PaperBatchWriter],
})
export class QuestionnairesModule {}
