import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('meeting_series')
export class MeetingSeriesEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'group_id', type: 'uuid' }) groupId!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text', nullable: true }) rule!: string | null;
  @Column({ name: 'starts_at_local', type: 'text' }) startsAtLocal!: string;
  @Column({ name: 'time_zone', type: 'text' }) timeZone!: string;
  @Column({ name: 'duration_minutes', type: 'int' }) durationMinutes!: number;
  @Column({ type: 'text' }) format!: string;
  @Column({ type: 'text', nullable: true }) place!: string | null;
  @Column({ type: 'text', nullable: true }) url!: string | null;
  @Column({ name: 'agenda_template', type: 'text', nullable: true }) agendaTemplate!: string | null;
  @Column({ type: 'text', array: true }) skipped!: readonly string[];
  @Column({ type: 'boolean' }) ended!: boolean;
  @Column({ type: 'int' }) sequence!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'int' }) version!: number;
}

@Entity('meeting')
export class MeetingEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'group_id', type: 'uuid' }) groupId!: string;
  @Column({ name: 'series_id', type: 'uuid' }) seriesId!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ name: 'recurrence_id', type: 'text' }) recurrenceId!: string;
  @Column({ name: 'starts_at_local', type: 'text' }) startsAtLocal!: string;
  @Column({ name: 'time_zone', type: 'text' }) timeZone!: string;
  @Column({ name: 'starts_at', type: 'timestamptz' }) startsAt!: Date;
  @Column({ name: 'ends_at', type: 'timestamptz' }) endsAt!: Date;
  @Column({ name: 'duration_minutes', type: 'int' }) durationMinutes!: number;
  @Column({ type: 'text' }) format!: string;
  @Column({ type: 'text', nullable: true }) place!: string | null;
  @Column({ type: 'text', nullable: true }) url!: string | null;
  @Column({ type: 'text' }) status!: string;
  @Column({ name: 'cancel_reason', type: 'text', nullable: true }) cancelReason!: string | null;
  @Column({ type: 'int' }) sequence!: number;
  @Column({ name: 'time_set_at', type: 'timestamptz' }) timeSetAt!: Date;
  @Column({ type: 'jsonb' }) agenda!: object;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'int' }) version!: number;
}

export const meetingEntities = [MeetingSeriesEntity, MeetingEntity];
