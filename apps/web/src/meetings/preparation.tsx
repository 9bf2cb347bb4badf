import { gql, type TypedDocumentNode } from '@apollo/client';
import { useQuery, useSubscription } from '@apollo/client/react';
import { Box, SimpleGrid } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import type {
  PreparationChangedSubscription,
  PreparationChangedSubscriptionVariables,
  PreparationQuery,
  PreparationQueryVariables,
} from '../graphql/generated/operations.js';
import { ErrorText } from '../ui/error-text.js';
import { CardSkeletons } from '../ui/skeletons.js';
import '../words/prepare-words.js';
import { CheckInList } from './check-in-list.js';
import { ReadinessSummary } from './readiness.js';
import { TopicList } from './topic-list.js';

const preparationFragment = gql`
  fragment RemarkParts on Remark {
    id
    body
    mine
    createdAt
    member {
      id
      displayName
    }
  }
  fragment PreparationParts on Meeting {
    id
    startsAt
    startsAtLocal
    timeZone
    preparationClosesAt
    viewerCan {
      checkIn
      remark
      takeTopic
      seeReadiness
    }
    viewerCheckIn {
      id
    }
    checkIns {
      id
      visibility
      note
      progress
      problem
      request
      mood
      moodVisibility
      figures {
        month
        salesYen
        grossProfitYen
        customers
        ownHours
      }
      figuresVisibility
      mine
      createdAt
      version
      member {
        id
        displayName
        kana
      }
      remarks(first: 100) {
        edges {
          cursor
          node {
            id
            ...RemarkParts @unmask
          }
        }
      }
    }
    topics {
      id
      title
      detail
      priority
      minutes
      votes
      voted
      taken
      mine
      place
      reason {
        kind
        months
      }
      version
      member {
        id
        displayName
      }
      remarks(first: 100) {
        edges {
          cursor
          node {
            id
            ...RemarkParts @unmask
          }
        }
      }
    }
  }
`;

const preparation: TypedDocumentNode<PreparationQuery, PreparationQueryVariables> = gql`
  query Preparation($id: ID!) {
    node(id: $id) {
      id
      ...PreparationParts @unmask
    }
  }
  ${preparationFragment}
`;

const preparationChanged: TypedDocumentNode<
  PreparationChangedSubscription,
  PreparationChangedSubscriptionVariables
> = gql`
  subscription PreparationChanged($id: ID!) {
    meetingChanged(meetingId: $id) {
      id
      ...PreparationParts
    }
  }
  ${preparationFragment}
`;

export type PreparedMeeting = Extract<NonNullable<PreparationQuery['node']>, { __typename: 'Meeting' }>;
export type SeenCheckIn = PreparedMeeting['checkIns'][number];
export type SeenTopic = PreparedMeeting['topics'][number];

/** What people write for a meeting, before it and for a week after: notes, topics, and answers to both. */
export function Preparation({ meetingId }: { meetingId: string }): ReactNode {
  const { data, error, refetch } = useQuery(preparation, { variables: { id: meetingId } });
  useSubscription(preparationChanged, { variables: { id: meetingId }, ignoreResults: true });
  const { hash } = useLocation();
  const here = useRef<HTMLDivElement>(null);
  const meeting = data?.node?.__typename === 'Meeting' ? data.node : null;
  const isThere = meeting !== null;
  useEffect(() => {
    if (isThere && hash === '#check-in') here.current?.scrollIntoView();
  }, [isThere, hash]);
  if (!meeting)
    return error ? <ErrorText error={error} onRetry={() => void refetch()} /> : <CardSkeletons count={2} />;
  return (
    <Box ref={here}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg" style={{ alignItems: 'start' }}>
        <CheckInList meeting={meeting} />
        <TopicList meeting={meeting} />
        {meeting.viewerCan.seeReadiness && <ReadinessSummary meetingId={meeting.id} />}
      </SimpleGrid>
    </Box>
  );
}
