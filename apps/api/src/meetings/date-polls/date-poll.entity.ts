import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('date_poll')
export class DatePollEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'group_id', type: 'uuid' }) groupId!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ name: 'time_zone', type: 'text' }) timeZone!: string;
  @Column({ type: 'jsonb' }) options!: object;
  @Column({ name: 'closes_on', type: 'date', nullable: true }) closesOn!: string | null;
  @Column({ type: 'text' }) status!: string;
  @Column({ name: 'chosen_option_id', type: 'uuid', nullable: true }) chosenOptionId!: string | null;
  @Column({ name: 'meeting_id', type: 'uuid', nullable: true }) meetingId!: string | null;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'int' }) version!: number;
}
