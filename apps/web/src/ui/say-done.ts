import { notifications } from '@mantine/notifications';
import { words } from '../words/i18n.js';

/** 変更しました: a few words that come and go, for what the page itself does not show. */
export function sayDone(message: string): void {
  notifications.show({
    message,
    color: 'success',
    autoClose: 4_000,
    closeButtonProps: { 'aria-label': words.t('close') },
  });
}
