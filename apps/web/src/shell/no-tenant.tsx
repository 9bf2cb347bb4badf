import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/page.js';
import { PublicFrame } from './public-layout.js';

/** Signed in, but a member of no organisation: it was closed, or the member was removed. */
export function NoTenant(): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <PublicFrame>
      <Page title={t('noTenantTitle')} narrow>
        <Text>{t('noTenant')}</Text>
        <Group>
          <Button component={Link} to="/join">
            {t('haveCode')}
          </Button>
          <Button component={Link} to="/register" variant="default">
            {t('registerTenant')}
          </Button>
        </Group>
      </Page>
    </PublicFrame>
  );
}
