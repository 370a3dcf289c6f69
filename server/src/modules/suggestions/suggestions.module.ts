import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module';
import { CollectedController } from './collected.controller';
import { CollectedService } from './collected.service';
import { ContentCheckJob } from './content-check.job';
import { ContentCheckWriter } from './content-check.writer';
import { DeskSuggestionsController } from './desk-suggestions.controller';
import { DeskSuggestionsService } from './desk-suggestions.service';
import { ProgressController } from './progress.controller';
import { ProgressService } from './progress.service';
import { PublicationWriter } from './publication.writer';
import { PublicationsController } from './publications.controller';
import { PublicationsService } from './publications.service';
import { SuggestionReader } from './suggestion.reader';
import { SuggestionWriter } from './suggestion.writer';
import { SuggestionRetentionJob } from './suggestion-retention.job';
import { SuggestionsController } from './suggestions.controller';
import { SuggestionsService } from './suggestions.service';

@Module({
  imports: [EventsModule],
  controllers: [
    SuggestionsController,
    DeskSuggestionsController,
    CollectedController,
    ProgressController,
    PublicationsController,
  ],
  providers: [
    CollectedService,
    ContentCheckJob,
    ContentCheckWriter,
    PublicationWriter,
    PublicationsService,
    ProgressService,
    SuggestionsService,
    DeskSuggestionsService,
    SuggestionReader,
    SuggestionWriter,
    SuggestionRetentionJob,
  ],
  exports: [SuggestionWriter, SuggestionReader, PublicationsService],
})
export class SuggestionsModule {}
