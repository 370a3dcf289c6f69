import {
  type DynamicModule,
  Global,
  Injectable,
  Module,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Config } from '../config';
import { dataSourceOptions } from './data-source';
import { Database } from './database';
import { Ids } from './ids';

/** Leases a worker number before the first id; it runs out by itself after the last. */
@Injectable()
class WorkerNumber implements OnModuleInit, OnApplicationShutdown {
  constructor(
    private readonly ids: Ids,
    private readonly database: Database,
  ) {}

  onModuleInit(): Promise<void> {
    return this.ids.lease();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}

@Global()
@Module({})
export class DatabaseModule {
  static forRoot(config: Config): DynamicModule {
    const options = dataSourceOptions(config);
    return {
      module: DatabaseModule,
      imports: [
        ScheduleModule.forRoot(),
        TypeOrmModule.forRoot({ ...options, retryAttempts: config.production ? 10 : 0, retryDelay: 1000 }),
      ],
      providers: [
        {
          provide: Database,
          inject: [DataSource],
          // The embedded writer's connection is busy with its transaction: reads get one of their own.
          useFactory: async (writer: DataSource) =>
            new Database(writer, config.databaseUrl ? writer : await new DataSource(options).initialize()),
        },
        Ids,
        WorkerNumber,
      ],
      exports: [Database, Ids],
    };
  }
}
