import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Group as Row, List, Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfficeGroupsQuery, OfficeGroupsQueryVariables } from '../../graphql/generated/operations.js';
import { useNextMeetingText } from '../../groups/group/group-card.js';
import { CreateProgramme } from '../../groups/programmes/create-programme.js';
import { programmesQuery } from '../../groups/programmes/programmes-query.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';

const officeGroups: TypedDocumentNode<OfficeGroupsQuery, OfficeGroupsQueryVariables> = gql`
  query OfficeGroups {
    groups(first: 100) {
      edges {
        node {
          id
          name
          status
          capacity
          programme {
            id
            name
          }
          memberships {
            role
            takesPart
            member {
              id
              displayName
            }
          }
          nextMeeting {
            id
            startsAt
            timeZone
          }
        }
      }
    }
  }
`;

export function OfficeGroupsPage(): ReactNode {
  const { createGroups } = useViewer().viewerCan;
  return createGroups ? <OfficeGroups /> : <NotFound />;
}

/** Every group at a glance: who leads it, how full it is, when it meets next. Never what is said there. */
function OfficeGroups(): ReactNode {
  const { t } = useTranslation('groups');
  const to = useTenantPath();
  const nextText = useNextMeetingText();
  const { data, error, refetch } = useQuery(officeGroups);
  const programmes = useQuery(programmesQuery);
  const groups = data?.groups.edges.map(({ node }) => node);
  const create = (
    <Button component={Link} to={to('/groups/new')}>
      {t('create')}
    </Button>
  );
  return (
    <Page title={t('officeTitle')} action={create}>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!groups && !error && <CardSkeletons />}
      {groups?.length === 0 && <EmptyState action={create}>{t('emptyOffice')}</EmptyState>}
      {groups && groups.length > 0 && (
        <Paper p={0}>
          <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('tableGroup')}</Table.Th>
                  <Table.Th>{t('tableFacilitators')}</Table.Th>
                  <Table.Th>{t('tableMembers')}</Table.Th>
                  <Table.Th>{t('programme')}</Table.Th>
                  <Table.Th>{t('tableNext')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {groups.map(({ id, name, status, capacity, programme, memberships, nextMeeting }) => (
                  <Table.Tr key={id}>
                    <Table.Th scope="row">
                      <Anchor component={Link} to={to(`/groups/${id}`)} py={8} display="inline-block">
                        {name}
                      </Anchor>
                      {status !== 'ACTIVE' && (
                        <Text size="xs" c="gray.6">
                          {t(status)}
                        </Text>
                      )}
                    </Table.Th>
                    <Table.Td>
                      {memberships
                        .filter(({ role }) => role === 'FACILITATOR')
                        .map(({ member }) => member.displayName)
                        .join('、') || t('none')}
                    </Table.Td>
                    <Table.Td>
                      {t('seats', { count: memberships.filter((one) => one.takesPart).length, capacity })}
                    </Table.Td>
                    <Table.Td>{programme?.name ?? t('noProgramme')}</Table.Td>
                    <Table.Td>{nextText(nextMeeting)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Paper>
      )}
      <Stack gap="md" component="section" aria-labelledby="programmes">
        <Row justify="space-between">
          <Title order={2} size="h3" id="programmes">
            {t('programmes')}
          </Title>
          <CreateProgramme />
        </Row>
        {programmes.error && <ErrorText error={programmes.error} onRetry={() => void programmes.refetch()} />}
        {programmes.data?.programmes.length === 0 && <Text c="gray.6">{t('noProgrammes')}</Text>}
        <List>
          {programmes.data?.programmes.map(({ id, name, startsOn, endsOn }) => (
            <List.Item key={id}>
              {name}({startsOn.replaceAll('-', '/')}〜{endsOn.replaceAll('-', '/')})
            </List.Item>
          ))}
        </List>
      </Stack>
    </Page>
  );
}
