import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('support_request')
export class SupportRequestEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'group_id', type: 'uuid', nullable: true }) groupId!: string | null;
  @Column({ type: 'text' }) audience!: string;
  @Column({ name: 'audience_id', type: 'uuid' }) audienceId!: string;
  @Column({ name: 'author_id', type: 'uuid', nullable: true }) authorId!: string | null;
  @Column({ type: 'text' }) type!: string;
  @Column({ type: 'text' }) wanted!: string;
  @Column({ type: 'text' }) urgency!: string;
  @Column({ type: 'text' }) title!: string;
  @Column({ type: 'text' }) body!: string;
  @Column({ name: 'accepts_paid', type: 'boolean' }) acceptsPaid!: boolean;
  @Column({ name: 'advice_welcome', type: 'boolean' }) adviceWelcome!: boolean;
  @Column({ type: 'text' }) status!: string;
  @Column({ type: 'text', nullable: true }) outcome!: string | null;
  @Column({ name: 'reply_count', type: 'int' }) replyCount!: number;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
  @Column({ name: 'last_activity_at', type: 'timestamptz' }) lastActivityAt!: Date;
  @Column({ name: 'expiry_asked_at', type: 'timestamptz', nullable: true }) expiryAskedAt!: Date | null;
  @Column({ type: 'int' }) version!: number;
}

@Entity('anonymous_author')
export class AnonymousAuthorEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ name: 'request_id', type: 'uuid' }) requestId!: string;
  @Column({ name: 'author_id', type: 'uuid' }) authorId!: string;
}

@Entity('support_introduction')
export class SupportIntroductionEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ name: 'request_id', type: 'uuid' }) requestId!: string;
  @PrimaryColumn({ name: 'helper_id', type: 'uuid' }) helperId!: string;
  @Column({ name: 'asker_id', type: 'uuid' }) askerId!: string;
}
