import type { MemberId } from '@yoriai/domain/kernel';
import {
  updateSettings as decide,
  type MemberSettings,
  type SettingsChange,
} from '@yoriai/domain/notifications';
import { must, refuse } from '../platform/errors/must.js';
import type { TenantTx } from '../platform/work/tenant-tx.js';
import { notificationsStore } from './notifications.store.js';

/** One's own settings; no one else may see or change them. */
export async function updateSettings(
  tx: TenantTx,
  memberId: MemberId,
  change: SettingsChange,
): Promise<MemberSettings> {
  const settings = await notificationsStore.settings(tx, memberId, true);
  const next = must(decide(settings, change));
  if (next === settings) return settings;
  if (!(await notificationsStore.saveSettings(tx, memberId, next))) refuse({ code: 'CONFLICT' });
  await tx.publish([{ name: 'notification.settings-updated', ids: { memberId } }]);
  return next;
}
