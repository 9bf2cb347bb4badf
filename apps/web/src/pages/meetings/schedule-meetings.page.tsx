import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { sayDone } from '../../ui/say-done.js';
import { Paper, NativeSelect, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type {
  SchedulableGroupsQuery,
  SchedulableGroupsQueryVariables,
} from '../../graphql/generated/operations.js';
import { ScheduleMeetings } from '../../meetings/meeting/schedule-meetings.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';

const schedulableGroups: TypedDocumentNode<SchedulableGroupsQuery, SchedulableGroupsQueryVariables> = gql`
  query SchedulableGroups {
    groups(first: 100) {
      edges {
        node {
          id
          name
          viewerCan {
            scheduleMeetings
          }
        }
      }
    }
  }
`;

export function ScheduleMeetingsPage(): ReactNode {
  const { t } = useTranslation('meetings');
  const to = useTenantPath();
  const navigate = useNavigate();
  const { timeZone } = useViewer().tenant;
  const [search] = useSearchParams();
  const { data, error, refetch } = useQuery(schedulableGroups);
  const [chosen, setChosen] = useState(search.get('group'));
  const groups = data?.groups.edges.map(({ node }) => node).filter((one) => one.viewerCan.scheduleMeetings);
  const group = groups?.find(({ id }) => id === chosen) ?? groups?.[0];
  const done = (id: string): void => {
    sayDone(t('created'));
    void navigate(to(`/groups/${id}/meetings`));
  };
  return (
    <Page title={t('scheduleTitle')} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons />}
      {groups?.length === 0 && <EmptyState>{t('noneToSchedule')}</EmptyState>}
      {groups && group && (
        <>
          <Text>{t('scheduleIntro')}</Text>
          <Paper>
            <NativeSelect
              mb="lg"
              label={t('group')}
              data={groups.map(({ id, name }) => ({ value: id, label: name }))}
              value={group.id}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
            <ScheduleMeetings
              key={group.id}
              group={group}
              timeZone={timeZone}
              onDone={() => done(group.id)}
            />
          </Paper>
        </>
      )}
    </Page>
  );
}
