import { Anchor, Box, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { LanguageSwitch } from './language-switch.js';
import { OfflineNote } from './offline-note.js';
import { SkipLink, SkipTarget } from './skip-link.js';
import { UrgentLink } from './urgent-link.js';
import { Wordmark } from './wordmark.js';

export function PublicLayout(): ReactNode {
  return (
    <PublicFrame>
      <Outlet />
    </PublicFrame>
  );
}

/** One column for visitors who are not signed in. */
export function PublicFrame({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation('shell');
  return (
    <Stack mih="100dvh" gap={0}>
      <SkipLink />
      <Group component="header" justify="space-between" px="md" py="xs" gap="xs">
        <Wordmark to="/" />
        <UrgentLink />
      </Group>
      <OfflineNote />
      <SkipTarget>
        <Box px="md" pt="md" pb="xl">
          {children}
        </Box>
      </SkipTarget>
      <Group component="footer" mt="auto" justify="center" gap="lg" p="md">
        <LanguageSwitch />
        <Anchor component={Link} to="/accessibility" py="xs">
          {t('accessibility')}
        </Anchor>
      </Group>
    </Stack>
  );
}
