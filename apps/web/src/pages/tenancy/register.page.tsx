import { useQuery } from '@apollo/client/react';
import { Alert, Anchor, Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useEnter } from '../../shell/enter.js';
import { siteQuery } from '../../forms/request-sign-in-code.js';
import { RegisterTenant } from '../../tenancy/register-tenant.js';
import { Page } from '../../ui/page.js';

export function RegisterPage(): ReactNode {
  const { t } = useTranslation('tenancy');
  const enter = useEnter();
  const { data } = useQuery(siteQuery, { context: { guest: true } });
  return (
    <Page title={t('registerTitle')} narrow>
      {data?.site.registration === false ? (
        <Alert color="attention">{t('registrationClosed')}</Alert>
      ) : (
        <>
          <Text>{t('registerIntro')}</Text>
          <Paper>
            <RegisterTenant onDone={(slug) => enter(`/t/${slug}`)} />
          </Paper>
        </>
      )}
      <Anchor component={Link} to="/sign-in" py="xs">
        {t('haveAccount')}
      </Anchor>
    </Page>
  );
}
