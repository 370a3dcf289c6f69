import { Injectable } from '@nestjs/common';
import type { NewProgramme } from '@openday/shared/places';
import type { EntityManager } from 'typeorm';
import { Ids } from '../../database/ids';
import { Programme } from './programme.entity';

/** Days to write the closing report, unless a programme says otherwise. */
const CLOSING_DAYS = 10;

/** The programme of that title and year at the unit, made if there is none. */
@Injectable()
export class ProgrammeWriter {
  constructor(private readonly ids: Ids) {}

  async findOrCreate(manager: EntityManager, organizerId: string, { title, year }: NewProgramme): Promise<Programme> {
    const known = await manager.findOneBy(Programme, { organizerId, title, year });
    if (known) return known;
    const programme = manager.create(Programme, {
      id: this.ids.next(),
      organizerId,
      title,
      year,
      noShowLimit: null,
      noShowDays: null,
      noShowsSoughtAt: null,
      closingDays: CLOSING_DAYS,
      answerDays: null,
      keptDays: null,
      approves: false,
      smsBudget: null,
      smsSent: 0,
      createdAt: new Date(),
    });
    await manager.insert(Programme, programme);
    return programme;
  }
}
