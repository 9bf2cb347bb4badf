import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('member')
export class MemberEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ name: 'user_id', type: 'uuid', nullable: true }) userId!: string | null;
  @Column({ name: 'display_name', type: 'text' }) displayName!: string;
  @Column({ type: 'text', nullable: true }) kana!: string | null;
  @Column({ name: 'sort_key', type: 'text' }) sortKey!: string;
  @Column({ type: 'text', nullable: true }) phone!: string | null;
  @Column({ name: 'business_name', type: 'text', nullable: true }) businessName!: string | null;
  @Column({ type: 'text', nullable: true }) industry!: string | null;
  @Column({ type: 'text', nullable: true }) prefecture!: string | null;
  @Column({ type: 'text', nullable: true }) strengths!: string | null;
  @Column({ type: 'text' }) role!: string;
  @Column({ type: 'text' }) status!: string;
  @Column({ name: 'created_at', type: 'timestamptz', update: false }) createdAt!: Date;
  @Column({ type: 'int' }) version!: number;
}
