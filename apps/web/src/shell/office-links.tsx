import { Paper, Stack, Title } from '@mantine/core';
import { IconFileImport, IconSitemap, IconUserCog } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './shell.module.css';
import { useTenantPath, useViewer } from './viewer.js';

export const officePlaces = [
  { path: '/admin/members', word: 'officeMembers', Icon: IconUserCog },
  { path: '/admin/groups', word: 'officeGroups', Icon: IconSitemap },
  { path: '/admin/import', word: 'importRoster', Icon: IconFileImport },
] as const;

/** The office's pages on a phone, where there is no menu at the side to hold them. */
export function OfficeLinks(): ReactNode {
  const { t } = useTranslation('shell');
  const to = useTenantPath();
  if (!useViewer().viewerCan.manageMembers) return null;
  return (
    <Paper component="nav" aria-labelledby="office" hiddenFrom="sm">
      <Title order={2} id="office" mb="xs">
        {t('office')}
      </Title>
      <Stack gap={0}>
        {officePlaces.map(({ path, word, Icon }) => (
          <Link key={path} to={to(path)} className={classes['side']}>
            <Icon size={22} aria-hidden />
            {t(word)}
          </Link>
        ))}
      </Stack>
    </Paper>
  );
}
