import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { useApolloClient } from '@apollo/client/react';
import { useSyncExternalStore, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shownFromDevice } from '../graphql/kept-answers.js';
import { useAskingAgain } from '../graphql/use-asking-again.js';
import { clock, shortDate } from '../ui/dates.js';
import { useLanguage } from '../ui/use-language.js';
import type { Language } from '../words/i18n.js';

/** Says that there is no line, and of when what stands on screen is. It moves on by itself once there is one. */
export function OfflineNote(): ReactNode {
  const { online } = useNetwork();
  const seenAt = useSyncExternalStore(listen, () => shownFromDevice.at);
  const client = useApolloClient();
  const language = useLanguage();
  const { t } = useTranslation(['shell', 'common']);
  useAskingAgain(seenAt !== null);
  if (online && seenAt === null) return null;
  return (
    <Alert color="attention" radius={0} role="status" mb="md">
      <Text>
        {seenAt === null ? t('shell:offline') : t('shell:offlineSeen', { at: seenText(seenAt, language) })}
      </Text>
      <Group gap="md">
        <Anchor component={Link} to="/help-lines" py="xs">
          {t('shell:offlineHelp')}
        </Anchor>
        {seenAt !== null && (
          <Button
            variant="default"
            onClick={() => void client.refetchQueries({ include: 'active' }).catch(() => undefined)}
          >
            {t('common:reload')}
          </Button>
        )}
      </Group>
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
