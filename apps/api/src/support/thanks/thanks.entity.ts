import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('support_thanks')
export class SupportThanksEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ name: 'request_id', type: 'uuid' }) requestId!: string;
  @PrimaryColumn({ name: 'helper_id', type: 'uuid' }) helperId!: string;
  @Column({ name: 'audience_id', type: 'uuid' }) audienceId!: string;
  @Column({ name: 'asker_id', type: 'uuid', nullable: true }) askerId!: string | null;
  @Column({ type: 'text' }) message!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}

@Entity('support_given')
export class SupportGivenEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ name: 'request_id', type: 'uuid' }) requestId!: string;
  @PrimaryColumn({ name: 'helper_id', type: 'uuid' }) helperId!: string;
  @Column({ name: 'asker_id', type: 'uuid', nullable: true }) askerId!: string | null;
  @Column({ type: 'text' }) asked!: string;
  @Column({ type: 'text' }) gave!: string;
  @Column({ type: 'int', nullable: true }) match!: number | null;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
