import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTenantPath } from '../../shell/viewer.js';

/** The way to the agendas that a group keeps. */
export function AgendasLink({ groupId }: { groupId: string }): ReactNode {
  const { t } = useTranslation('agendas');
  const to = useTenantPath();
  return (
    <Anchor component={Link} to={to(`/groups/${groupId}/agendas`)} py={9} display="inline-block">
      {t('ownAgendasLink')}
    </Anchor>
  );
}
