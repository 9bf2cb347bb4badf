import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('programme')
export class ProgrammeEntity {
  @PrimaryColumn({ name: 'tenant_id', type: 'uuid' }) tenantId!: string;
  @PrimaryColumn({ type: 'uuid' }) id!: string;
  @Column({ type: 'text' }) name!: string;
  @Column({ name: 'starts_on', type: 'date' }) startsOn!: string;
  @Column({ name: 'ends_on', type: 'date' }) endsOn!: string;
  @Column({ name: 'created_at', type: 'timestamptz' }) createdAt!: Date;
}
