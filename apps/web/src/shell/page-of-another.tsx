import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PublicFrame } from './public-layout.js';

/** Instead of somebody's page, once another person has signed in here: nothing of it stays in sight, and nothing is sent. */
export function PageOfAnother({
  name,
  signIn,
}: {
  readonly name: string;
  /** The way to sign in as them again. */
  readonly signIn: string;
}): ReactNode {
  const { t } = useTranslation('shell');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <PublicFrame>
      <Stack gap="md" role="alert">
        <Title order={1} size="h2" ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
          {t('pageOfAnotherTitle', { name })}
        </Title>
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
      </Stack>
    </PublicFrame>
  );
}
