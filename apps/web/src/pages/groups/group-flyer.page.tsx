import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Button, Group as Row } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { GroupFlyerQuery, GroupFlyerQueryVariables } from '../../graphql/generated/operations.js';
import { Flyer } from '../../groups/group/flyer.js';
import { isUsable } from '../../groups/join-links/join-links.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';

const groupFlyer: TypedDocumentNode<GroupFlyerQuery, GroupFlyerQueryVariables> = gql`
  query GroupFlyer($id: ID!) {
    node(id: $id) {
      id
      ... on Group {
        name
        purpose
        goals
        nextMeeting {
          id
          startsAt
          endsAt
          timeZone
        }
        joinLinks {
          id
          code
          url
          expiresAt
          revokedAt
        }
      }
    }
  }
`;

/** One A4 page to hand out; printing leaves the frame of the screen away. */
export function GroupFlyerPage(): ReactNode {
  const { t } = useTranslation('groups');
  const to = useTenantPath();
  const { tenant } = useViewer();
  const id = useParams()['id']!;
  const [now] = useState(() => Date.now());
  const { data, error, refetch } = useQuery(groupFlyer, { variables: { id } });
  const group = data?.node?.__typename === 'Group' ? data.node : null;
  if (data && !group) return <NotFound />;
  const link = group?.joinLinks.find((one) => isUsable(one, now));
  const back = (
    <Button component={Link} to={to(`/groups/${id}/members`)} variant="default">
      {t('toGroup')}
    </Button>
  );
  return (
    <Page title={t('flyer')}>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons count={1} />}
      {group && !link && <EmptyState action={back}>{t('flyerNoLink')}</EmptyState>}
      {group && link && (
        <>
          <Row gap="sm">
            <Button onClick={() => window.print()}>{t('print')}</Button>
            {back}
          </Row>
          <Flyer group={group} link={link} tenant={tenant} />
        </>
      )}
    </Page>
  );
}
