import { Module } from '@nestjs/common';
import { DiscoveryController } from './discovery.controller';
import { DiscoveryReader } from './discovery.reader';
import { DiscoveryService } from './discovery.service';
import { FirstViewService } from './first-view.service';
import { IndexSearch } from './index-search.service';

@Module({
  controllers: [DiscoveryController],
  providers: [DiscoveryService, DiscoveryReader, FirstViewService, IndexSearch],
})
export class DiscoveryModule {}
