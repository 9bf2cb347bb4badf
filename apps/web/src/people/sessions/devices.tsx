import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../shell/me.js';
import { useViewer } from '../../shell/viewer.js';
import { ago } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { useLanguage } from '../../ui/use-language.js';
import { RevokeSession } from './revoke-session.js';

export function Devices({ sessions }: Pick<Me, 'sessions'>): ReactNode {
  const { t } = useTranslation('account');
  const language = useLanguage();
  const { timeZone } = useViewer().tenant;
  const [error, setError] = useState<unknown>(null);
  return (
    <Stack gap="sm">
      <Title order={3}>{t('devices')}</Title>
      {error !== null && <ErrorText error={error} />}
      {sessions.map(({ id, device, lastSeenAt, current }) => (
        <Group key={id} justify="space-between" gap="sm">
          <div>
            <Group gap="sm">
              <Text>{device}</Text>
              {current && (
                <Badge variant="light" color="brand" c="brand.9">
                  {t('thisDevice')}
                </Badge>
              )}
            </Group>
            <Text size="xs" c="gray.6">
              {t('lastSeen', { when: ago(lastSeenAt, new Date(), timeZone, language) })}
            </Text>
          </div>
          {!current && <RevokeSession sessionId={id} device={device} onFailed={setError} />}
        </Group>
      ))}
    </Stack>
  );
}
