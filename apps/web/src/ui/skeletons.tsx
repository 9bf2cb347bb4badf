import { Paper, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The outline of cards that are on their way. */
export function CardSkeletons({ count = 3 }: { count?: number }): ReactNode {
  const { t } = useTranslation();
  return (
    <Stack gap="md" aria-busy>
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      {Array.from({ length: count }, (_, index) => (
        <Paper key={index}>
          <Stack gap="sm">
            <Skeleton height={22} width="55%" />
            <Skeleton height={16} />
            <Skeleton height={16} width="80%" />
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}
