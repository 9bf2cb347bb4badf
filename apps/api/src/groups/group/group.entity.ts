import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('group')
export class GroupEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ type: 'text' }) purpose!: string;
  @Column({ type: 'text', array: true }) goals!: string[];
  @Column({ type: 'text' }) template!: string;
  @Column({ type: 'int' }) capacity!: number;
  @Column({ type: 'text' }) status!: string;
  @Column({ name: 'programme_id', type: 'uuid', nullable: true }) programmeId!: string | null;
  @Column({ name: 'first_content_at', type: 'timestamptz', nullable: true }) firstContentAt!: Date | null;
  @Column({ name: 'created_by', type: 'uuid' }) createdBy!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ type: 'int' }) version!: number;
}

@Entity('group_membership')
export class GroupMembershipEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ name: 'group_id', type: 'uuid' }) groupId!: string;
  @PrimaryColumn({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ type: 'text' }) role!: string;
  @Column({ type: 'boolean' }) deputy!: boolean;
  @Column({ name: 'takes_part', type: 'boolean' }) takesPart!: boolean;
  @Column({ name: 'joined_at', type: 'timestamptz' }) joinedAt!: Date;
  @Column({ type: 'int' }) version!: number;
}

@Entity('group_charter')
export class GroupCharterEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ name: 'group_id', type: 'uuid' }) groupId!: string;
  @PrimaryColumn({ type: 'int' }) version!: number;
  @Column({ type: 'text', array: true }) clauses!: string[];
  @Column({ name: 'amended_by', type: 'uuid', nullable: true }) amendedBy!: string | null;
  @Column({ name: 'amended_at', type: 'timestamptz' }) amendedAt!: Date;
}

@Entity('member_proposal')
export class MemberProposalEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'group_id', type: 'uuid' }) groupId!: string;
  @Column({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ type: 'text' }) role!: string;
  @Column({ type: 'boolean' }) deputy!: boolean;
  @Column({ name: 'takes_part', type: 'boolean' }) takesPart!: boolean;
  @Column({ type: 'text' }) kind!: string;
  @Column({ name: 'proposed_by', type: 'uuid' }) proposedBy!: string;
  @Column({ name: 'proposed_at', type: 'timestamptz' }) proposedAt!: Date;
  @Column({ name: 'decides_at', type: 'timestamptz' }) decidesAt!: Date;
  @Column({ type: 'text' }) status!: string;
  @Column({ type: 'int' }) concerns!: number;
  @Column({ type: 'int' }) version!: number;
}

export const groupEntities = [GroupEntity, GroupMembershipEntity, GroupCharterEntity, MemberProposalEntity];
