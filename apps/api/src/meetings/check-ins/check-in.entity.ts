import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('check_in')
export class CheckInEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'meeting_id', type: 'uuid' }) meetingId!: string;
  @Column({ name: 'group_id', type: 'uuid' }) groupId!: string;
  @Column({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ name: 'audience_id', type: 'uuid' }) audienceId!: string;
  @Column({ type: 'text' }) visibility!: string;
  @Column({ type: 'text', nullable: true }) note!: string | null;
  @Column({ type: 'text', nullable: true }) progress!: string | null;
  @Column({ type: 'text', nullable: true }) problem!: string | null;
  @Column({ type: 'text', nullable: true }) request!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
  @Column({ type: 'int' }) version!: number;
}

@Entity('check_in_mood')
export class CheckInMoodEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ name: 'check_in_id', type: 'uuid' }) checkInId!: string;
  @Column({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ name: 'audience_id', type: 'uuid' }) audienceId!: string;
  @Column({ type: 'text' }) visibility!: string;
  @Column({ type: 'int' }) mood!: number;
}

@Entity('check_in_figures')
export class CheckInFiguresEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ name: 'check_in_id', type: 'uuid' }) checkInId!: string;
  @Column({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ name: 'audience_id', type: 'uuid' }) audienceId!: string;
  @Column({ type: 'text' }) visibility!: string;
  @Column({ type: 'date' }) month!: string;
  @Column({ name: 'sales_yen', type: 'bigint', nullable: true }) salesYen!: number | null;
  @Column({ name: 'gross_profit_yen', type: 'bigint', nullable: true }) grossProfitYen!: number | null;
  @Column({ type: 'int', nullable: true }) customers!: number | null;
  @Column({ name: 'own_hours', type: 'double precision', nullable: true }) ownHours!: number | null;
}

export const checkInEntities = [CheckInEntity, CheckInMoodEntity, CheckInFiguresEntity];
