import { Paper } from '@mantine/core';
import { sayDone } from '../../ui/say-done.js';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CreateGroup } from '../../groups/group/create-group.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { Page } from '../../ui/page.js';

export function NewGroupPage(): ReactNode {
  const { t } = useTranslation('groups');
  const to = useTenantPath();
  const navigate = useNavigate();
  const { createGroups } = useViewer().viewerCan;
  if (!createGroups) return <NotFound />;
  return (
    <Page title={t('newTitle')} narrow>
      <Paper>
        <CreateGroup
          onDone={(id) => {
            sayDone(t('created'));
            void navigate(to(`/groups/${id}/members`), { replace: true });
          }}
        />
      </Paper>
    </Page>
  );
}
