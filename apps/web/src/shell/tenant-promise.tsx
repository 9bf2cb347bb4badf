import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What the organisation promises to people who are about to join. */
export function TenantPromise(): ReactNode {
  const { t } = useTranslation('tenancy');
  return (
    <Stack gap={4}>
      <Text fw={700}>{t('promiseTitle')}</Text>
      <Text>{t('promise')}</Text>
      <Text>{t('whoSees')}</Text>
    </Stack>
  );
}
