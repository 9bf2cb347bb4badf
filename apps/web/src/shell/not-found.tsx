import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/page.js';

export function NotFound(): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('notFoundTitle')} narrow>
      <Text>{t('notFound')}</Text>
      <Group>
        <Button component={Link} to="/">
          {t('toHome')}
        </Button>
      </Group>
    </Page>
  );
}
