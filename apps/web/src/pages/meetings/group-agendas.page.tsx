import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { GroupAgendasQuery, GroupAgendasQueryVariables } from '../../graphql/generated/operations.js';
import { agendaTemplateFragment } from '../../meetings/agendas/agenda-template.js';
import { AgendaTemplates } from '../../meetings/agendas/agenda-templates.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath } from '../../shell/viewer.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';

const groupAgendas: TypedDocumentNode<GroupAgendasQuery, GroupAgendasQueryVariables> = gql`
  query GroupAgendas($id: ID!) {
    node(id: $id) {
      id
      ... on Group {
        name
        memberships {
          takesPart
          member {
            id
          }
        }
        viewerCan {
          scheduleMeetings
        }
        agendaTemplates {
          id
          ...GroupAgenda @unmask
        }
      }
    }
  }
  ${agendaTemplateFragment}
`;

/** How this group's meetings go: the agendas it keeps for the next ones. For those who set its dates. */
export function GroupAgendasPage(): ReactNode {
  const { t } = useTranslation('agendas');
  const to = useTenantPath();
  const id = useParams()['id']!;
  const { data, error, refetch } = useQuery(groupAgendas, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const group = data?.node?.__typename === 'Group' ? data.node : null;
  if (data && !group?.viewerCan.scheduleMeetings) return <NotFound />;
  return (
    <Page title={t('ownAgendas')} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!group && !error && <CardSkeletons />}
      {group && (
        <>
          <div>
            <Anchor component={Link} to={to(`/groups/${id}`)} py={9} display="inline-block">
              {group.name}
            </Anchor>
            <Text>{t('ownAgendasIntro')}</Text>
          </div>
          <AgendaTemplates
            groupId={id}
            headCount={group.memberships.filter(({ takesPart }) => takesPart).length}
            agendas={group.agendaTemplates}
          />
        </>
      )}
    </Page>
  );
}
