import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Alert, Anchor, Button, Group as Row, List, Paper, Stack, Text, Title } from '@mantine/core';
import { sayDone } from '../../ui/say-done.js';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { GroupPageQuery, GroupPageQueryVariables } from '../../graphql/generated/operations.js';
import { groupCharterFragment } from '../../groups/charter/charter-fragment.js';
import { GroupCharter } from '../../groups/charter/charter.js';
import { EditGroup, editableGroupFragment } from '../../groups/group/update-group.js';
import { GroupStatusBadge } from '../../groups/group/group-card.js';
import { groupPeopleFragment } from '../../groups/memberships/group-people-fragment.js';
import { GroupPeople } from '../../groups/memberships/group-people.js';
import { JoinLinks, joinLinksFragment } from '../../groups/join-links/join-links.js';
import { LeaveGroup } from '../../groups/memberships/leave-group.js';
import { AgendasLink } from '../../meetings/agendas/agendas-link.js';
import { OpenPolls } from '../../meetings/date-polls/open-polls.js';
import { GroupMeetings } from '../../meetings/meeting/group-meetings.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath } from '../../shell/viewer.js';
import { RequestList } from '../../support/requests/request-list.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import classes from './group.page.module.css';

const groupPageFragment = gql`
  fragment GroupPageParts on Group {
    id
    name
    purpose
    goals
    status
    programme {
      id
      name
    }
    charter {
      version
      signedByViewer
    }
    viewerCan {
      scheduleMeetings
      invite
      postSupportRequest
      edit
      leave
      seeContent
    }
    ...GroupCharter
    ...GroupPeople
    ...JoinLinks
    ...EditableGroup
  }
  ${groupCharterFragment}
  ${groupPeopleFragment}
  ${joinLinksFragment}
  ${editableGroupFragment}
`;

const groupPage: TypedDocumentNode<GroupPageQuery, GroupPageQueryVariables> = gql`
  query GroupPage($id: ID!) {
    node(id: $id) {
      id
      ...GroupPageParts @unmask
    }
    viewer {
      facilitates {
        id
      }
    }
  }
  ${groupPageFragment}
`;

type GroupNode = Extract<NonNullable<GroupPageQuery['node']>, { __typename: 'Group' }>;
const tabs = ['meetings', 'support', 'members', 'charter'] as const;
type Tab = (typeof tabs)[number];
interface RoomProps {
  readonly tab: Tab;
  readonly group: GroupNode;
  readonly facilitates: boolean;
}

/** The group's rooms; which one is open stands in the address. */
export function GroupPage(): ReactNode {
  const { t } = useTranslation('groups');
  const to = useTenantPath();
  const params = useParams();
  const id = params['id']!;
  const tab = tabs.find((one) => one === params['tab']) ?? 'meetings';
  const { data, error, refetch } = useQuery(groupPage, { variables: { id } });
  const group = data?.node?.__typename === 'Group' ? data.node : null;
  if (data && !group) return <NotFound />;
  if (!group)
    return (
      <Page title={t('title')}>
        {error ? <ErrorText error={error} onRetry={() => void refetch()} /> : <CardSkeletons />}
      </Page>
    );
  const offered = tabs.filter((one) => one !== 'support' || group.viewerCan.seeContent);
  return (
    <Page title={group.name} action={group.viewerCan.edit && <EditGroup group={group} />}>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      <Stack gap={4}>
        <Row gap="sm">
          <GroupStatusBadge status={group.status} />
          {group.programme && (
            <Text size="xs" c="gray.6">
              {t('programme')}: {group.programme.name}
            </Text>
          )}
        </Row>
        <Text>{group.purpose}</Text>
      </Stack>
      {!group.charter.signedByViewer && group.viewerCan.leave && tab !== 'charter' && (
        <Alert color="attention">
          {t('unsigned')}{' '}
          <Anchor component={Link} to={to(`/groups/${id}/charter`)} py={8} display="inline-block">
            {t('readCharter')}
          </Anchor>
        </Alert>
      )}
      <nav aria-label={t('tabs')} className={classes['tabs']}>
        {offered.map((one) => (
          <Link
            key={one}
            to={to(`/groups/${id}/${one}`)}
            className={classes['tab']}
            aria-current={one === tab ? 'page' : undefined}
            replace
          >
            {t(one)}
          </Link>
        ))}
      </nav>
      <Room
        tab={tab}
        group={group}
        facilitates={data?.viewer?.facilitates.some((one) => one.id === id) ?? false}
      />
    </Page>
  );
}

function Room({ tab, group, facilitates }: RoomProps): ReactNode {
  const { t } = useTranslation('groups');
  const to = useTenantPath();
  const navigate = useNavigate();
  const can = group.viewerCan;
  switch (tab) {
    case 'meetings':
      return (
        <Stack gap="lg">
          <OpenPolls groupId={group.id} />
          <GroupMeetings
            groupId={group.id}
            plan={
              can.scheduleMeetings && (
                <Row gap="sm">
                  <Button component={Link} to={to(`/meetings/new?group=${group.id}`)}>
                    {t('schedule')}
                  </Button>
                  <Button component={Link} to={to(`/polls/new?group=${group.id}`)} variant="default">
                    {t('startPoll')}
                  </Button>
                  <AgendasLink groupId={group.id} />
                </Row>
              )
            }
            empty={t('noMeetings')}
          />
        </Stack>
      );
    case 'support': {
      if (!can.seeContent) return <Alert color="brand">{t('outsideNote')}</Alert>;
      const ask = can.postSupportRequest && (
        <Button component={Link} to={to(`/support/new?group=${group.id}`)}>
          {t('ask')}
        </Button>
      );
      return (
        <Stack gap="md">
          {(ask || facilitates) && (
            <Row>
              {ask}
              {facilitates && (
                <Button component={Link} to={to(`/facilitator/${group.id}`)} variant="default">
                  {t('facilitatorPage')}
                </Button>
              )}
            </Row>
          )}
          <RequestList filter={{ groupId: group.id }} empty={<EmptyState>{t('noRequests')}</EmptyState>} />
        </Stack>
      );
    }
    case 'members':
      return (
        <Stack gap="lg">
          {group.goals.length > 0 && (
            <Paper component="section" aria-labelledby="goals">
              <Title order={2} size="h3" id="goals" mb="xs">
                {t('goals')}
              </Title>
              <List>
                {group.goals.map((goal) => (
                  <List.Item key={goal}>{goal}</List.Item>
                ))}
              </List>
            </Paper>
          )}
          {(can.seeContent || can.edit) && (
            <Row>
              <Button component={Link} to={to(`/groups/${group.id}/strengths`)} variant="default">
                {t('strengths')}
              </Button>
            </Row>
          )}
          <GroupPeople group={group} />
          <JoinLinks group={group} />
          {can.leave && (
            <Row>
              <LeaveGroup
                groupId={group.id}
                onDone={() => {
                  sayDone(t('left'));
                  void navigate(to('/groups'), { replace: true });
                }}
              />
            </Row>
          )}
        </Stack>
      );
    case 'charter':
      return <GroupCharter group={group} />;
  }
}
