import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  MoreRemarksQuery,
  MoreRemarksQueryVariables,
  PreparationQuery,
  PreparationQueryVariables,
} from '../../graphql/generated/operations.js';

export const remarkPage = gql`
  fragment RemarkPage on RemarkConnection {
    edges {
      cursor
      node {
        id
        body
        mine
        createdAt
        member {
          id
          displayName
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;
export const checkInEntry = gql`
  fragment CheckInEntry on CheckIn {
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
      ...RemarkPage @unmask
    }
  }
`;
export const topicEntry = gql`
  fragment TopicEntry on Topic {
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
      ...RemarkPage @unmask
    }
  }
`;
/** Until when, and what the viewer may write. */
export const entryRights = gql`
  fragment EntryRights on Meeting {
    preparationClosesAt
    viewerCan {
      checkIn
      remark
      takeTopic
      seeReadiness
    }
  }
`;
const meetingEntriesFragment = gql`
  fragment PreparationParts on Meeting {
    id
    startsAt
    startsAtLocal
    timeZone
    ...EntryRights @unmask
    viewerCheckIn {
      id
    }
    checkIns {
      ...CheckInEntry @unmask
    }
    topics {
      ...TopicEntry @unmask
    }
  }
`;

export const meetingEntries: TypedDocumentNode<PreparationQuery, PreparationQueryVariables> = gql`
  query Preparation($id: ID!) {
    node(id: $id) {
      id
      ...PreparationParts @unmask
    }
  }
  ${remarkPage}
  ${checkInEntry}
  ${topicEntry}
  ${entryRights}
  ${meetingEntriesFragment}
`;

/** The answers after those on screen; they join them in the cache. */
export const moreRemarks: TypedDocumentNode<MoreRemarksQuery, MoreRemarksQueryVariables> = gql`
  query MoreRemarks($id: ID!, $after: String) {
    node(id: $id) {
      id
      ... on CheckIn {
        remarks(first: 100, after: $after) {
          ...RemarkPage
        }
      }
      ... on Topic {
        remarks(first: 100, after: $after) {
          ...RemarkPage
        }
      }
    }
  }
  ${remarkPage}
`;

export type MeetingEntries = Extract<NonNullable<PreparationQuery['node']>, { __typename: 'Meeting' }>;
export type SeenCheckIn = MeetingEntries['checkIns'][number];
export type SeenTopic = MeetingEntries['topics'][number];
