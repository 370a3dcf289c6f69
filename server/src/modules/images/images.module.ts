import { Module } from '@nestjs/common';
import { ImageRetentionJob } from './image-retention.job';
import { ImagesController } from './images.controller';
import { ImagesService } from './images.service';

@Module({ controllers: [ImagesController], providers: [ImagesService, ImageRetentionJob], exports: [ImagesService] })
export class ImagesModule {}
