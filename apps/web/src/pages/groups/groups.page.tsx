import { Anchor, Button, Group as Row } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GroupList } from '../../groups/group/group-list.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';

export function GroupsPage(): ReactNode {
  const { t } = useTranslation('groups');
  const to = useTenantPath();
  const { createGroups, manageMembers } = useViewer().viewerCan;
  const create = createGroups && (
    <Button component={Link} to={to('/groups/new')}>
      {t('create')}
    </Button>
  );
  const enter = (
    <Button component={Link} to="/join">
      {t('haveCode')}
    </Button>
  );
  return (
    <Page title={t('title')} action={create}>
      <GroupList
        empty={<EmptyState action={create || enter}>{t(createGroups ? 'emptyOffice' : 'empty')}</EmptyState>}
      />
      <Row component="nav" gap="lg" aria-label={t('elsewhere')}>
        <Anchor component={Link} to={to('/members')} py={10}>
          {t('toMembers')}
        </Anchor>
        {manageMembers && (
          <>
            <Anchor component={Link} to={to('/admin/members')} py={10}>
              {t('toOffice')}
            </Anchor>
            <Anchor component={Link} to={to('/admin/groups')} py={10}>
              {t('officeTitle')}
            </Anchor>
            <Anchor component={Link} to={to('/admin/import')} py={10}>
              {t('toImport')}
            </Anchor>
          </>
        )}
      </Row>
    </Page>
  );
}
