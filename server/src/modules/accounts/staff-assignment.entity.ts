import { Entity } from 'typeorm';
import { InstantColumn, PrimaryId } from '../../database/columns';

/** The sessions whose door a staff account may work. */
@Entity('staff_assignments')
export class StaffAssignment {
  @PrimaryId() accountId: string;
  @PrimaryId() sessionId: string;
  @InstantColumn({ nullable: true }) joinedAt: Date | null;
  @InstantColumn({ nullable: true }) revokedAt: Date | null;
}
