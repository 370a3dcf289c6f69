import { Module } from '@nestjs/common';
import { SuggestionsModule } from '../suggestions/suggestions.module';
import { ResponseRetentionJob } from './response-retention.job';
import { ResponsesController } from './responses.controller';
import { ResponsesService } from './responses.service';

@Module({
  imports: [SuggestionsModule],
  controllers: [ResponsesController],
  providers: [ResponsesService, ResponseRetentionJob],
})
export class QuestionnairesModule {}
