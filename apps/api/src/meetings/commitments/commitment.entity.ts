import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('commitment')
export class CommitmentEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'group_id', type: 'uuid' }) groupId!: string;
  @Column({ name: 'meeting_id', type: 'uuid' }) meetingId!: string;
  @Column({ name: 'audience_id', type: 'uuid' }) audienceId!: string;
  @Column({ name: 'owner_id', type: 'uuid' }) ownerId!: string;
  @Column({ name: 'made_by', type: 'uuid' }) madeBy!: string;
  @Column({ type: 'text' }) statement!: string;
  @Column({ name: 'due_on', type: 'text' }) dueOn!: string;
  @Column({ name: 'time_zone', type: 'text' }) timeZone!: string;
  @Column({ type: 'text' }) status!: string;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'settled_at', type: 'timestamptz', nullable: true }) settledAt!: Date | null;
  @Column({ name: 'settled_in', type: 'uuid', nullable: true }) settledIn!: string | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'int' }) version!: number;
}

@Entity('commitment_settlement')
export class CommitmentSettlementEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'commitment_id', type: 'uuid' }) commitmentId!: string;
  @Column({ name: 'audience_id', type: 'uuid' }) audienceId!: string;
  @Column({ name: 'owner_id', type: 'uuid' }) ownerId!: string;
  @Column({ type: 'text' }) status!: string;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
  @Column({ name: 'status_before', type: 'text' }) statusBefore!: string;
  @Column({ name: 'due_before', type: 'text' }) dueBefore!: string;
  @Column({ type: 'uuid' }) by!: string;
  @Column({ type: 'timestamptz' }) at!: Date;
}

export const commitmentEntities = [CommitmentEntity, CommitmentSettlementEntity];
