import {
  Controller,
  createParamDecorator,
  type ExecutionContext,
  Get,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { EXPORT_FORMATS, type ExportKind, type NewExport } from '@openday/shared/exports';
import { type Caller, type CallerRequest, Who } from '../../http/access';
import {
  AuditExportQueryDto,
  CallsExportQueryDto,
  EventsExportQueryDto,
  MembersExportQueryDto,
  PlanExportQueryDto,
  QuestionnairesExportQueryDto,
  RegistrantsExportQueryDto,
  SessionExportQueryDto,
  SessionsExportQueryDto,
  SuggestionsExportQueryDto,
} from './exports.dto';
import { ExportsService } from './exports.service';

type Name = Pick<NewExport, 'kind' | 'format'>;

const files = (...kinds: ExportKind[]) => kinds.flatMap((kind) => EXPORT_FORMATS.map((format) => `${kind}.${format}`));

/** Which list in which format: the end of the route's path. */
const Named = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { url = '' } = context.switchToHttp().getRequest<CallerRequest>().routeOptions;
  const [kind, format] = url.split('/').at(-1)!.split('.');
  return { kind, format };
});

/** A file of each list, at once. */
@Controller('exports')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get(files('sessions', 'attendance'))
  sessions(
    @Who() caller: Caller,
    @Named() name: Name,
    @Query() query: SessionsExportQueryDto,
  ): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, ...name });
  }

  @Get(files('draw', 'doorStaff', 'messages'))
  ofSession(
    @Who() caller: Caller,
    @Named() name: Name,
    @Query() query: SessionExportQueryDto,
  ): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, ...name });
  }

  @Get(files('registrants'))
  registrants(
    @Who() caller: Caller,
    @Named() name: Name,
    @Query() query: RegistrantsExportQueryDto,
  ): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, ...name });
  }

  @Get(files('suggestions'))
  suggestions(
    @Who() caller: Caller,
    @Named() name: Name,
    @Query() query: SuggestionsExportQueryDto,
  ): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, ...name });
  }

  @Get(files('events'))
  events(@Who() caller: Caller, @Named() name: Name, @Query() query: EventsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, ...name });
  }

  @Get(files('plan'))
  plan(@Who() caller: Caller, @Named() name: Name, @Query() query: PlanExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, ...name });
  }

  @Get(files('satisfaction', 'papers'))
  questionnaires(
    @Who() caller: Caller,
    @Named() name: Name,
    @Query() query: QuestionnairesExportQueryDto,
  ): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, ...name });
  }

  @Get(files('members'))
  members(@Who() caller: Caller, @Named() name: Name, @Query() query: MembersExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, ...name });
  }

  @Get(files('calls'))
  calls(@Who() caller: Caller, @Named() name: Name, @Query() query: CallsExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, ...name });
  }

  @Get(files('audit'))
  audit(@Who() caller: Caller, @Named() name: Name, @Query() query: AuditExportQueryDto): Promise<StreamableFile> {
    return this.exports.file(caller, { ...query, ...name });
  }

  @Get(
    files(
      'closings',
      'organizers',
      'venues',
      'restrictions',
      'topics',
      'programmes',
      'imports',
      'slots',
      'sites',
      'publications',
    ),
  )
  whole(@Who() caller: Caller, @Named() name: Name): Promise<StreamableFile> {
    return this.exports.file(caller, name);
  }
}
