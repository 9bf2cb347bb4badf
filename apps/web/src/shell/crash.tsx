import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isRouteErrorResponse, useRouteError } from 'react-router';
import { NotFound } from './not-found.js';

/** The page for an unforeseen error. The help lines stay one tap away. */
export function Crash(): ReactNode {
  const error = useRouteError();
  const { t } = useTranslation(['shell', 'common']);
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  // A part of the application that this device has not fetched yet.
  const notFetched = error instanceof TypeError && /import/.test(error.message);
  return (
    <Stack maw={640} mx="auto" p="lg" role="alert">
      <Title order={1}>{t(notFetched ? 'shell:notFetchedTitle' : 'shell:crashTitle')}</Title>
      <Text>{t(notFetched ? 'shell:notFetched' : 'shell:crash')}</Text>
      <Group>
        <Button onClick={() => location.reload()}>{t('common:reload')}</Button>
        <Button component="a" href="/help-lines" variant="default">
          {t('shell:helpLines')}
        </Button>
      </Group>
    </Stack>
  );
}
