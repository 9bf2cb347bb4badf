import type { DomainEvent } from '../../kernel/index.js';

export const groupEvents = [
  'group.created',
  'group.updated',
  'group.member-joined',
  'group.member-left',
  'group.role-set',
  'group.member-proposed',
  'group.concern-raised',
  'group.proposal-accepted',
  'group.proposal-withdrawn',
  'group.content-begun',
  'group.charter-signed',
  'group.charter-amended',
  'group.join-link-created',
  'group.join-link-revoked',
  'group.programme-created',
] as const;
export type GroupEventName = (typeof groupEvents)[number];
export type GroupEvent = DomainEvent<GroupEventName>;

export const groupEvent = (name: GroupEventName, ids: Readonly<Record<string, string>>): GroupEvent => ({
  name,
  ids,
});
