import { Alert, Anchor, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shownFromDevice } from '../graphql/kept-answers.js';
import { useAskingAgain } from '../graphql/use-asking-again.js';
import { clock, shortDate } from '../ui/dates.js';
import { useLanguage } from '../ui/use-language.js';
import type { Language } from '../words/i18n.js';

/** Says that there is no connection, and how old the page is. The page updates once there is one. */
export function OfflineNote(): ReactNode {
  const { online } = useNetwork();
  const seenAt = useSyncExternalStore(listen, () => shownFromDevice.at);
  const language = useLanguage();
  const { t } = useTranslation('shell');
  useAskingAgain(seenAt !== null);
  if (online && seenAt === null) return null;
  return (
    <Alert color="attention" radius={0} role="status" mb="md">
      <Text>{seenAt === null ? t('offline') : t('offlineSeen', { at: seenText(seenAt, language) })}</Text>
      <Anchor component={Link} to="/help-lines" py="xs">
        {t('offlineHelp')}
      </Anchor>
    </Alert>
  );
}

function seenText(at: number, language: Language): string {
  const instant = new Date(at).toISOString();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return `${shortDate(instant, timeZone, language)} ${clock(instant, timeZone)}`;
}

function listen(onChange: () => void): () => void {
  shownFromDevice.addEventListener('change', onChange);
  return () => shownFromDevice.removeEventListener('change', onChange);
}
