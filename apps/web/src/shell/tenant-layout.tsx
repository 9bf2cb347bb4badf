import { AppShell, Box, Group, Stack, Text } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import {
  IconCalendar,
  IconHome,
  IconMessages,
  IconUser,
  IconUsers,
  IconUsersGroup,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, ScrollRestoration } from 'react-router';
import { Bell } from './bell.js';
import { officePlaces } from './office-links.js';
import { OfflineNote } from './offline-note.js';
import classes from './shell.module.css';
import { SkipLink } from './skip-link.js';
import { TenantSwitcher } from './switch-tenant.js';
import { UrgentLink } from './urgent-link.js';
import { useTenantPath, useViewer } from './viewer.js';
import { Wordmark } from './wordmark.js';

const places = [
  { path: '/', word: 'home', Icon: IconHome },
  { path: '/calendar', word: 'calendar', Icon: IconCalendar },
  { path: '/support', word: 'support', Icon: IconMessages },
  { path: '/groups', word: 'groups', Icon: IconUsersGroup },
  { path: '/me', word: 'me', Icon: IconUser },
] as const;

/** Room for one more where the menu is at the side. */
const atTheSide = [...places, { path: '/members', word: 'members', Icon: IconUsers }] as const;

/** Phones: five tabs at the thumb. Desks: the same five at the side, and what a role adds below them. */
export function TenantLayout(): ReactNode {
  const { t } = useTranslation('shell');
  const to = useTenantPath();
  const { viewerCan } = useViewer();
  return (
    <AppShell
      header={{ height: 64 }}
      navbar={{ width: 240, breakpoint: 'sm', collapsed: { mobile: true } }}
      footer={{ height: { base: 64, sm: 0 } }}
      padding={{ base: 'md', sm: 'xl' }}
    >
      <Notifications position="top-center" />
      <SkipLink />
      <AppShell.Header px="md">
        <Group h="100%" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="md" wrap="nowrap" flex="1 1 0" style={{ overflow: 'hidden' }}>
            <Box visibleFrom="sm">
              <Wordmark to={to('/')} />
            </Box>
            <TenantSwitcher />
          </Group>
          <Group gap={4} wrap="nowrap" style={{ flexShrink: 0 }}>
            <Bell />
            <UrgentLink />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="sm" visibleFrom="sm" aria-label={t('mainNav')}>
        <Stack gap={4}>
          {atTheSide.map((place) => (
            <SideLink key={place.path} {...place} to={to(place.path)} label={t(place.word)} />
          ))}
          {viewerCan.manageMembers && (
            <>
              <Text size="xs" c="gray.6" mt="md" px="sm">
                {t('office')}
              </Text>
              {officePlaces.map((place) => (
                <SideLink key={place.path} {...place} to={to(place.path)} label={t(place.word)} />
              ))}
            </>
          )}
        </Stack>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} style={{ outline: 'none' }}>
        <OfflineNote />
        <Outlet />
      </AppShell.Main>
      <AppShell.Footer component="nav" hiddenFrom="sm" aria-label={t('mainNav')}>
        <Group h="100%" gap={0} wrap="nowrap">
          {places.map(({ path, word, Icon }) => (
            <NavLink key={path} to={to(path)} end={path === '/'} className={classes['tab']}>
              <Icon size={24} aria-hidden />
              {t(word)}
            </NavLink>
          ))}
        </Group>
      </AppShell.Footer>
      <ScrollRestoration />
    </AppShell>
  );
}

function SideLink({
  to,
  path,
  label,
  Icon,
}: {
  to: string;
  path: string;
  label: string;
  Icon: Icon;
}): ReactNode {
  return (
    <NavLink to={to} end={path === '/'} className={classes['side']}>
      <Icon size={22} aria-hidden />
      {label}
    </NavLink>
  );
}
