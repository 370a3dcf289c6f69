import { Injectable, StreamableFile } from '@nestjs/common';
import { dayOf } from '@openday/shared/dates';
import { In } from 'typeorm';
import { Database } from '../../database/database';
import type { Caller } from '../../http/access';
import { Event } from '../events/event.entity';
import { ExportService } from '../me/export.service';
import { Vault } from '../privacy/vault.service';
import { Response } from '../questionnaires/response.entity';
import { Suggestion } from '../suggestions/suggestion.entity';
import { SuggestionReader } from '../suggestions/suggestion.reader';
import { presentMyDataXlsx } from './my-data-xlsx.presenter';
import { attachment, FILE_TYPES, fileName } from './table-file.presenter';

/** 我的资料 as a file that people read; row by row as it is stored it is `GET /me/export`. */
@Injectable()
export class MyDataFileService {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly data: ExportService,
    private readonly suggestions: SuggestionReader,
  ) {}

  async xlsx(caller: Caller): Promise<StreamableFile> {
    const manager = this.database.read;
    const own = { where: { accountId: caller.id }, order: { id: 'DESC' } } as const;
    const data = await this.data.of(caller);
    const responses = (await manager.find(Response, own)).map((response) => ({
      response,
      line: response.line && this.vault.open(response.line),
    }));
    const suggestions = await this.suggestions.rows(manager, await manager.find(Suggestion, own));
    const eventIds = new Set(data.registrations.map(({ registration: { session } }) => session.eventId));
    const events = await manager.findBy(Event, { id: In([...eventIds]) });
    const questions = new Map(events.flatMap((event) => event.questions ?? []).map(({ id, text }) => [id, text]));
    const bytes = await presentMyDataXlsx(data, { responses, suggestions, questions });
    const disposition = attachment(fileName('我的资料', dayOf(data.madeAt), 'xlsx'));
    return new StreamableFile(bytes, { type: FILE_TYPES.xlsx, disposition, length: bytes.length });
  }
}
