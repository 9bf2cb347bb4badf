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

@Entity('topic')
export class TopicEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'meeting_id', type: 'uuid' }) meetingId!: string;
  @Column({ name: 'group_id', type: 'uuid' }) groupId!: string;
  @Column({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ name: 'audience_id', type: 'uuid' }) audienceId!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text', nullable: true }) detail!: string | null;
  @Column({ type: 'text' }) priority!: string;
  @Column({ type: 'int' }) minutes!: number;
  @Column({ name: 'looks_back_to', type: 'uuid', nullable: true }) looksBackTo!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'int' }) version!: number;
}

@Entity('topic_vote')
export class TopicVoteEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ name: 'topic_id', type: 'uuid' }) topicId!: string;
  @PrimaryColumn({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

@Entity('meeting_hot_seat')
export class HotSeatEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ name: 'meeting_id', type: 'uuid' }) meetingId!: string;
  @PrimaryColumn({ name: 'topic_id', type: 'uuid' }) topicId!: string;
  @Column({ name: 'group_id', type: 'uuid' }) groupId!: string;
  @Column({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ name: 'taken_by', type: 'uuid' }) takenBy!: string;
  @Column({ name: 'taken_at', type: 'timestamptz' }) takenAt!: Date;
}

@Entity('remark')
export class RemarkEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'group_id', type: 'uuid' }) groupId!: string;
  @Column({ name: 'check_in_id', type: 'uuid', nullable: true }) checkInId!: string | null;
  @Column({ name: 'topic_id', type: 'uuid', nullable: true }) topicId!: string | null;
  @Column({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ type: 'text' }) body!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

export const preparationEntities = [
  CheckInEntity,
  CheckInMoodEntity,
  CheckInFiguresEntity,
  TopicEntity,
  TopicVoteEntity,
  HotSeatEntity,
  RemarkEntity,
];
