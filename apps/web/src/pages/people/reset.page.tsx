import { Alert, Button, Group } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { AskForResetLink } from '../../people/passwords/request-password-reset.js';
import { ResetPassword } from '../../people/passwords/reset-password.js';
import { useHashToken } from '../../shell/use-hash-token.js';
import { Page } from '../../ui/page.js';

export function ResetPage(): ReactNode {
  const { t } = useTranslation('tenancy');
  const token = useHashToken();
  const [done, setDone] = useState(false);
  // The address that was typed on the sign-in page.
  const typed = (useLocation().state as { email?: string } | null)?.email ?? '';
  return (
    <Page title={t('resetTitle')} narrow>
      {done && (
        <Alert color="success" role="status">
          {t('passwordChanged')}
        </Alert>
      )}
      {!done &&
        (token ? (
          <ResetPassword token={token} onDone={() => setDone(true)} />
        ) : (
          <AskForResetLink email={typed} />
        ))}
      <Group>
        <Button component={Link} to="/sign-in" variant={done ? 'filled' : 'subtle'}>
          {t('signIn')}
        </Button>
      </Group>
    </Page>
  );
}
