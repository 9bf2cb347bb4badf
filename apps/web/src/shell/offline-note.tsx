import { Alert, Anchor } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function OfflineNote(): ReactNode {
  const { online } = useNetwork();
  const { t } = useTranslation('shell');
  if (online) return null;
  return (
    <Alert color="attention" radius={0} role="status" mb="md">
      {t('offline')}{' '}
      <Anchor component={Link} to="/help-lines">
        {t('offlineHelp')}
      </Anchor>
    </Alert>
  );
}
