import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tenant')
export class TenantEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) slug!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'time_zone', type: 'text' }) timeZone!: string;
  @Column({ type: 'text' }) locale!: string;
  @Column({ name: 'fiscal_year_start', type: 'int' }) fiscalYearStart!: number;
  @Column({ name: 'created_at', type: 'timestamptz', update: false }) createdAt!: Date;
  @Column({ type: 'int' }) version!: number;
}
