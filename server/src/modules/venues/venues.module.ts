import { Module } from '@nestjs/common';
import { VenueWriter } from './venue.writer';
import { VenuesController } from './venues.controller';
import { VenuesService } from './venues.service';

@Module({ controllers: [VenuesController], providers: [VenuesService, VenueWriter], exports: [VenueWriter] })
export class VenuesModule {}
