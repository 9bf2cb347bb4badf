import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Nothing where no member is double-booked. */
export function BusyThen({ people }: { people: number | undefined }): ReactNode {
  const { t } = useTranslation('meetings');
  return people ? (
    <Text size="xs" c="attention.8">
      {t('busyThen', { count: people })}
    </Text>
  ) : null;
}
