import { type DynamicModule, Global, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, DiscoveryModule as NestDiscovery } from '@nestjs/core';
import { LoggerModule } from 'nestjs-pino';
import { Config } from './config';
import { DatabaseModule } from './database/database.module';
import { DemoModule } from './demo/demo.module';
import { AccessTokens } from './http/access-token';
import { AuthGuard } from './http/auth.guard';
import { ErrorFilter } from './http/error.filter';
import { HealthController } from './http/health.controller';
import { Leaving } from './http/leaving';
import { LiveCallers } from './http/live-callers';
import { loggingOptions } from './http/logging';
import { Policies } from './http/policies';
import { SignInEnds } from './http/sign-in-ends';
import { validationPipe } from './http/validation.pipe';
import { AccountsModule } from './modules/accounts/accounts.module';
import { AttemptsModule } from './modules/attempts/attempts.module';
import { AuditModule } from './modules/audit/audit.module';
import { AuthModule } from './modules/auth/auth.module';
import { CheckInModule } from './modules/check-in/check-in.module';
import { ClosingModule } from './modules/closing/closing.module';
import { DiscoveryModule } from './modules/discovery/discovery.module';
import { EventsModule } from './modules/events/events.module';
import { ExportsModule } from './modules/exports/exports.module';
import { ImagesModule } from './modules/images/images.module';
import { MeModule } from './modules/me/me.module';
import { MessagesModule } from './modules/messages/messages.module';
import { NotificationsModule } from './modules/notifications/notifications.module';
import { OrganizersModule } from './modules/organizers/organizers.module';
import { PlansModule } from './modules/plans/plans.module';
import { PrivacyModule } from './modules/privacy/privacy.module';
import { ProgrammesModule } from './modules/programmes/programmes.module';
import { QuestionnairesModule } from './modules/questionnaires/questionnaires.module';
import { RegistrationsModule } from './modules/registrations/registrations.module';
import { ReportsModule } from './modules/reports/reports.module';
import { SmsModule } from './modules/sms/sms.module';
import { SuggestionsModule } from './modules/suggestions/suggestions.module';
import { TopicsModule } from './modules/topics/topics.module';
import { VenuesModule } from './modules/venues/venues.module';
import { WebhooksModule } from './modules/webhooks/webhooks.module';
import { WechatModule } from './modules/wechat/wechat.module';

@Global()
@Module({})
class ConfigModule {
  static of(config: Config): DynamicModule {
    return { module: ConfigModule, providers: [{ provide: Config, useValue: config }], exports: [Config] };
  }
}

@Module({})
export class AppModule {
  /** `more`: modules beside the product's own, for the bench. */
  static forRoot(config: Config, more: Type[] = []): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        LoggerModule.forRoot({ pinoHttp: loggingOptions(config.logLevel) }),
        NestDiscovery,
        DatabaseModule.forRoot(config),
        PrivacyModule,
        WechatModule,
        SmsModule,
        AttemptsModule,
        AuditModule,
        NotificationsModule,
        AccountsModule,
        AuthModule,
        OrganizersModule,
        VenuesModule,
        ProgrammesModule,
        EventsModule,
        RegistrationsModule,
        PlansModule,
        CheckInModule,
        SuggestionsModule,
        TopicsModule,
        QuestionnairesModule,
        ImagesModule,
        ClosingModule,
        ReportsModule,
        ExportsModule,
        DiscoveryModule,
        MeModule,
        WebhooksModule,
        MessagesModule,
        ...(config.demo ? [DemoModule] : []),
        ...more,
      ],
      controllers: [HealthController],
      providers: [
        AccessTokens,
        Leaving,
        LiveCallers,
        Policies,
        SignInEnds,
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_FILTER, useClass: ErrorFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
      ],
      exports: [AccessTokens, LiveCallers, SignInEnds],
      global: true,
    };
  }
}
