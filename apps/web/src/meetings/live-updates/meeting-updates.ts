import {
  gql,
  type ApolloCache,
  type Reference,
  type StoreObject,
  type TypedDocumentNode,
} from '@apollo/client';
import { useApolloClient, useSubscription } from '@apollo/client/react';
import type { MeetingNewsFragment } from '../../graphql/generated/operations.js';
import { commitmentRowFragment } from '../commitments/commitment-row.js';
import { recordingFragment } from '../recordings/answer-recording.js';
import { runNowFragment } from '../console/run-state.js';

/**
 * What both the page and the console of a meeting show. Of a list the ids come, which say what is there and in which order, and of what stands in it
 * only what changed.
 */
export const meetingNews = gql`
  fragment MeetingNews on MeetingUpdate {
    meetingId
    agenda {
      id
      version
      durationMinutes
      agenda {
        id
        key
        name
        minutes
        speakerRule
        allowed
        prompt
      }
    }
    run {
      ...RunNow
      viewerCan {
        run
      }
    }
    changedAttendees {
      rsvp
      note
      presence
      late
      attended
      member {
        id
        displayName
        kana
      }
    }
    commitments {
      id
      commitments {
        id
      }
      group {
        id
        commitmentAverage {
          people
          settled
          kept
        }
      }
    }
    changedCommitments {
      ...CommitmentRow
      meeting {
        id
      }
    }
    decisions {
      id
      decisions {
        id
      }
    }
    changedDecisions {
      id
      text
    }
    recording {
      ...Recording
    }
  }
  ${runNowFragment}
  ${commitmentRowFragment}
  ${recordingFragment}
`;

/**
 * The one subscription of a page about this meeting. The cache merges by id everything that has one, so what shows a part of the meeting
 * reads the cache and needs no line of its own.
 */
export function useMeetingUpdates(
  updates: TypedDocumentNode<{ meetingUpdates: MeetingNewsFragment }, { id: string }>,
  variables: { id: string },
): void {
  const { cache } = useApolloClient();
  useSubscription(updates, {
    variables,
    ignoreResults: true,
    onData: ({ data: { data } }) => data && takeAttendees(cache, data.meetingUpdates),
  });
}

/** Attendees have no id of their own. Those who did not answer anew stay as they are. */
function takeAttendees(cache: ApolloCache, { meetingId, changedAttendees }: MeetingNewsFragment): void {
  if (changedAttendees.length === 0) return;
  cache.modify<{ attendees: readonly StoredAttendee[] }>({
    id: cache.identify({ __typename: 'Meeting', id: meetingId })!,
    fields: {
      attendees: (known, { readField, toReference }) => {
        const left = new Map(
          changedAttendees.map((one) => [one.member.id, { ...one, member: toReference(one.member)! }]),
        );
        const changed = known.map((one) => {
          const memberId = readField<string>('id', readField<StoreObject>('member', one)) ?? '';
          const news = left.get(memberId);
          left.delete(memberId);
          return news ? { ...one, ...news } : one;
        });
        return [...changed, ...left.values()];
      },
    },
  });
}

interface StoredAttendee extends StoreObject {
  readonly member: Reference;
}
