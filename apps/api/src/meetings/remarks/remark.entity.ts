import { Entity, PrimaryColumn, Column } from 'typeorm';

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
