import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type {
  FacilitatedGroupsQuery,
  FacilitatedGroupsQueryVariables,
  FacilitatorOverviewQuery,
  FacilitatorOverviewQueryVariables,
  MoreWaitingQuery,
  MoreWaitingQueryVariables,
  MoreWorriesQuery,
  MoreWorriesQueryVariables,
} from '../../graphql/generated/operations.js';
import { NotFound } from '../../shell/not-found.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { GiveAndTakeFlag } from '../../support/give-and-take/put-flag-aside.js';
import { ForgetHardTime } from '../../support/give-and-take/note-hard-time.js';
import { RequestCard, requestCardFragment } from '../../support/requests/request-card.js';
import { WorriesTold } from '../../support/worries/worries-told.js';
import { TypesChart } from '../../overview/types-chart.js';
import { shortDate } from '../../ui/dates.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { useLanguage } from '../../ui/use-language.js';

export const facilitatedGroups: TypedDocumentNode<FacilitatedGroupsQuery, FacilitatedGroupsQueryVariables> =
  gql`
    query FacilitatedGroups {
      viewer {
        facilitates {
          id
          name
        }
      }
    }
  `;

/** Read again page by page, while the rest of the overview stays as it is. */
const waitingFields = gql`
  fragment WaitingRequests on FacilitatorOverview {
    unanswered(first: 20, after: $unansweredAfter) {
      edges {
        cursor
        node {
          id
          ...RequestCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  ${requestCardFragment}
`;
const worryFields = gql`
  fragment WorriesInOverview on FacilitatorOverview {
    worries(first: 10, after: $worriesAfter) {
      edges {
        cursor
        node {
          id
          note
          replyId
          createdAt
          request {
            id
            title
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;
export const moreWaiting: TypedDocumentNode<MoreWaitingQuery, MoreWaitingQueryVariables> = gql`
  query MoreWaiting($groupId: ID!, $unansweredAfter: String) {
    facilitatorOverview(groupId: $groupId) {
      ...WaitingRequests @unmask
    }
  }
  ${waitingFields}
`;
const moreWorries: TypedDocumentNode<MoreWorriesQuery, MoreWorriesQueryVariables> = gql`
  query MoreWorries($groupId: ID!, $worriesAfter: String) {
    facilitatorOverview(groupId: $groupId) {
      ...WorriesInOverview @unmask
    }
  }
  ${worryFields}
`;

export const facilitatorOverview: TypedDocumentNode<
  FacilitatorOverviewQuery,
  FacilitatorOverviewQueryVariables
> = gql`
  query FacilitatorOverview($groupId: ID!, $unansweredAfter: String, $worriesAfter: String) {
    facilitatorOverview(groupId: $groupId) {
      ...WaitingRequests @unmask
      ...WorriesInOverview @unmask
      quietMembers {
        since
        member {
          id
          displayName
        }
      }
      typesByMonth {
        month
        informational
        instrumental
        emotional
        appraisal
      }
      flags {
        id
        version
        member {
          id
          displayName
        }
      }
      hardTimes {
        since
        member {
          id
          displayName
        }
      }
    }
  }
  ${waitingFields}
  ${worryFields}
`;

/** What a facilitator wants to know of a group before the next meeting. Other members have no such page. */
export function FacilitatorPage(): ReactNode {
  const { t } = useTranslation('overview');
  const to = useTenantPath();
  const navigate = useNavigate();
  const id = useParams()['id'];
  const { data, error, refetch } = useQuery(facilitatedGroups);
  const groups = data?.viewer?.facilitates ?? [];
  const group = id === undefined ? groups[0] : groups.find((one) => one.id === id);
  if (data && !group) return <NotFound />;
  return (
    <Page title={t('facilitator')}>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons count={3} />}
      {group && (
        <>
          <Group gap="md" align="flex-end">
            {groups.length > 1 && (
              <NativeSelect
                label={t('group')}
                data={groups.map((one) => ({ value: one.id, label: one.name }))}
                value={group.id}
                onChange={(event) => void navigate(to(`/facilitator/${event.currentTarget.value}`))}
              />
            )}
            <Text c="gray.6">
              {groups.length === 1 && `${group.name} · `}
              {t('facilitatorFor')}
            </Text>
          </Group>
          <Overview key={group.id} groupId={group.id} />
        </>
      )}
    </Page>
  );
}

function Overview({ groupId }: { groupId: string }): ReactNode {
  const { t } = useTranslation(['overview', 'giveAndTake']);
  const language = useLanguage();
  const { timeZone } = useViewer().tenant;
  const { data, error, refetch, fetchMore } = useQuery(facilitatorOverview, {
    variables: { groupId },
    fetchPolicy: 'cache-and-network',
  });
  const overview = data?.facilitatorOverview;
  if (!overview)
    return error ? <ErrorText error={error} onRetry={() => void refetch()} /> : <CardSkeletons count={3} />;
  return (
    <Stack gap="xl">
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {overview.flags.length > 0 && (
        <Part title={t('giveAndTake:flags')}>
          {overview.flags.map((flag) => (
            <GiveAndTakeFlag key={flag.id} groupId={groupId} flag={flag} onDone={() => refetch()} />
          ))}
        </Part>
      )}
      <Part title={t('unanswered')}>
        {overview.unanswered.edges.length === 0 && <Text c="gray.6">{t('unansweredNone')}</Text>}
        {overview.unanswered.edges.map(({ node }) => (
          <RequestCard key={node.id} request={node} headingOrder={3} />
        ))}
        <More
          page={overview.unanswered.pageInfo}
          read={(unansweredAfter) =>
            fetchMore({ query: moreWaiting, variables: { groupId, unansweredAfter } })
          }
        />
      </Part>
      {overview.worries.edges.length > 0 && (
        <Part title={t('worries')}>
          <WorriesTold worries={overview.worries.edges.map(({ node }) => node)} />
          <More
            page={overview.worries.pageInfo}
            read={(worriesAfter) => fetchMore({ query: moreWorries, variables: { groupId, worriesAfter } })}
          />
        </Part>
      )}
      <Part title={t('quiet')}>
        {overview.quietMembers.length === 0 ? (
          <Text c="gray.6">{t('quietNone')}</Text>
        ) : (
          <Paper>
            <Stack gap="sm">
              <Text>{t('quietText')}</Text>
              {overview.quietMembers.map(({ member, since }) => (
                <Person key={member.id} member={member}>
                  {t('quietSince', { date: shortDate(since, timeZone, language) })}
                </Person>
              ))}
            </Stack>
          </Paper>
        )}
      </Part>
      <Part title={t('types')}>
        <Paper>
          <TypesChart months={overview.typesByMonth} />
        </Paper>
      </Part>
      {overview.hardTimes.length > 0 && (
        <Part title={t('giveAndTake:hardTimes')}>
          <Paper>
            <Stack gap="sm">
              {overview.hardTimes.map(({ member, since }) => (
                <Person
                  key={member.id}
                  member={member}
                  action={
                    <ForgetHardTime about={{ groupId, memberId: member.id }} onDone={() => refetch()} />
                  }
                >
                  {t('giveAndTake:hardTimesSince', { date: since.replaceAll('-', '/') })}
                </Person>
              ))}
            </Stack>
          </Paper>
        </Part>
      )}
    </Stack>
  );
}

interface MoreProps {
  readonly page: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly read: (after: string | null) => Promise<unknown>;
}

function More({ page, read }: MoreProps): ReactNode {
  const { t } = useTranslation();
  const [loading, setLoading] = useState(false);
  if (!page.hasNextPage) return null;
  const more = async (): Promise<void> => {
    setLoading(true);
    await read(page.endCursor).catch(() => undefined);
    setLoading(false);
  };
  return (
    <Group justify="center">
      <Button variant="default" loading={loading} onClick={() => void more()}>
        {t('more')}
      </Button>
    </Group>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <Stack gap="md" component="section" aria-labelledby={id}>
      <Title order={2} size="h3" id={id}>
        {title}
      </Title>
      {children}
    </Stack>
  );
}

function Person({
  member,
  action,
  children,
}: {
  member: { readonly id: string; readonly displayName: string };
  action?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const to = useTenantPath();
  return (
    <Group gap="sm" justify="space-between">
      <Group gap="sm">
        <Anchor component={Link} to={to(`/members/${member.id}`)} py="xs">
          {member.displayName}
        </Anchor>
        <Text size="sm" c="gray.6">
          {children}
        </Text>
      </Group>
      {action}
    </Group>
  );
}
