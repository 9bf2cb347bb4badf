import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('support_offer')
export class SupportOfferEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'request_id', type: 'uuid' }) requestId!: string;
  @Column({ name: 'audience_id', type: 'uuid' }) audienceId!: string;
  @Column({ name: 'helper_id', type: 'uuid' }) helperId!: string;
  @Column({ type: 'text' }) message!: string;
  @Column({ type: 'text' }) terms!: string;
  @Column({ type: 'int', nullable: true }) price!: number | null;
  @Column({ type: 'text' }) status!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
  @Column({ name: 'updated_at', type: 'timestamptz' }) updatedAt!: Date;
}

@Entity('support_offer_reason')
export class SupportOfferReasonEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ name: 'offer_id', type: 'uuid' }) offerId!: string;
  @Column({ name: 'member_id', type: 'uuid' }) memberId!: string;
  @Column({ type: 'text' }) reason!: string;
}
