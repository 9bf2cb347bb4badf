import { Entity, PrimaryColumn, Column } from 'typeorm';

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

export const topicEntities = [TopicEntity, TopicVoteEntity, HotSeatEntity];
