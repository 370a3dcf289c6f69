import { Module } from '@nestjs/common';
import { DeskTopicsController } from './desk-topics.controller';
import { DeskTopicsService } from './desk-topics.service';
import { TopicReader } from './topic.reader';
import { TopicsController } from './topics.controller';
import { TopicsService } from './topics.service';

@Module({
  controllers: [TopicsController, DeskTopicsController],
  providers: [TopicsService, DeskTopicsService, TopicReader],
  exports: [TopicReader],
})
export class TopicsModule {}
