import { useQuery } from '@apollo/client/react';
import { Alert, Anchor, Button, Divider, Paper, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { pathAfterSignIn } from '../../shell/sign-in-path.js';
import { useEnter } from '../../shell/enter.js';
import { siteQuery } from '../../forms/request-sign-in-code.js';
import { SignIn } from '../../people/sign-in/sign-in.js';
import { Page } from '../../ui/page.js';

export function SignInPage(): ReactNode {
  const { t } = useTranslation('tenancy');
  const enter = useEnter();
  const [search] = useSearchParams();
  const failed = search.get('failed');
  const { data } = useQuery(siteQuery, { context: { guest: true } });
  return (
    <Page title={t('signInTitle')} narrow>
      {failed && (
        <Alert role="alert" color="red">
          {t(failed === 'EMAIL_UNVERIFIED' ? 'openIdUnverified' : 'openIdFailed')}
        </Alert>
      )}
      <Paper>
        <SignIn onDone={() => enter(pathAfterSignIn(search.get('next')))} />
      </Paper>
      {data?.site.openIdConnect && (
        <Button component="a" href="/auth/oidc" variant="default">
          {t('withOpenId')}
        </Button>
      )}
      <Divider />
      <Stack gap={4} align="flex-start">
        <Anchor component={Link} to="/help-lines" py="xs">
          {t('helpWithoutSignIn')}
        </Anchor>
        <Anchor component={Link} to="/join" py="xs">
          {t('haveCode')}
        </Anchor>
        {data?.site.registration && (
          <Anchor component={Link} to="/register" py="xs">
            {t('registerLink')}
          </Anchor>
        )}
      </Stack>
    </Page>
  );
}
