import { Module } from '@nestjs/common';
import { OrganizerFollowsService } from './organizer-follows.service';
import { OrganizersController } from './organizers.controller';
import { OrganizersService } from './organizers.service';

@Module({ controllers: [OrganizersController], providers: [OrganizersService, OrganizerFollowsService] })
export class OrganizersModule {}
