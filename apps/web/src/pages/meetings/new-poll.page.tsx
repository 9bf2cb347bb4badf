import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { NativeSelect, Paper, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import type {
  PollableGroupsQuery,
  PollableGroupsQueryVariables,
} from '../../graphql/generated/operations.js';
import { useTenantPath, useViewer } from '../../shell/viewer.js';
import { EmptyState } from '../../ui/empty-state.js';
import { ErrorText } from '../../ui/error-text.js';
import { Page } from '../../ui/page.js';
import { CardSkeletons } from '../../ui/skeletons.js';
import { OpenDatePoll } from '../../meetings/date-polls/open-date-poll.js';

const pollableGroups: TypedDocumentNode<PollableGroupsQuery, PollableGroupsQueryVariables> = gql`
  query PollableGroups {
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

export function NewPollPage(): ReactNode {
  const { t } = useTranslation('datePolls');
  const { t: meetings } = useTranslation('meetings');
  const to = useTenantPath();
  const navigate = useNavigate();
  const { timeZone } = useViewer().tenant;
  const [search] = useSearchParams();
  const [chosen, setChosen] = useState(search.get('group'));
  const { data, error, refetch } = useQuery(pollableGroups);
  const groups = data?.groups.edges.map(({ node }) => node).filter((one) => one.viewerCan.scheduleMeetings);
  const group = groups?.find(({ id }) => id === chosen) ?? groups?.[0];
  return (
    <Page title={t('newPoll')} narrow>
      {error && <ErrorText error={error} onRetry={() => void refetch()} />}
      {!data && !error && <CardSkeletons />}
      {groups?.length === 0 && <EmptyState>{t('nobodyToAsk')}</EmptyState>}
      {groups && group && (
        <>
          <Text>{t('newPollIntro')}</Text>
          <Paper>
            {groups.length > 1 && (
              <NativeSelect
                mb="lg"
                label={meetings('group')}
                data={groups.map(({ id, name }) => ({ value: id, label: name }))}
                value={group.id}
                onChange={(event) => setChosen(event.currentTarget.value)}
              />
            )}
            <OpenDatePoll
              groupId={group.id}
              timeZone={timeZone}
              onOpened={(pollId) => void navigate(to(`/polls/${pollId}`), { replace: true })}
            />
          </Paper>
        </>
      )}
    </Page>
  );
}
