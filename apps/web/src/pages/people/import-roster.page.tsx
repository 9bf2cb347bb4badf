import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ImportRoster } from '../../people/roster/import-roster.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { Page } from '../../ui/page.js';

export function ImportRosterPage(): ReactNode {
  const { t } = useTranslation('people');
  const to = useTenantPath();
  const { manageMembers } = useViewer().viewerCan;
  if (!manageMembers) return <NotFound />;
  return (
    <Page title={t('importTitle')}>
      <ImportRoster
        membersLink={
          <Button component={Link} to={to('/admin/members')}>
            {t('toMembers')}
          </Button>
        }
      />
    </Page>
  );
}
