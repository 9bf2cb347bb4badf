import { Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/page.js';
import { PublicFrame } from './public-layout.js';

/** Replaces a member's page once another person has signed in here: nothing of it stays in sight, and nothing is sent. */
export function PageOfAnother({
  name,
  signIn,
}: {
  readonly name: string;
  /** The way to sign in as them again. */
  readonly signIn: string;
}): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <PublicFrame>
      <div role="alert">
        <Page title={t('pageOfAnotherTitle', { name })} narrow>
          <Text>{t('pageOfAnother')}</Text>
          <Group gap="md">
            {/* A page of its own: nothing of the one before comes along. */}
            <Button component="a" href="/">
              {t('goOnAsSignedIn')}
            </Button>
            <Button component={Link} to={signIn} variant="default">
              {t('signInAsBefore', { name })}
            </Button>
          </Group>
        </Page>
      </div>
    </PublicFrame>
  );
}
