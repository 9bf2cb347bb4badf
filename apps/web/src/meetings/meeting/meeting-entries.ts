import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  MoreRemarksQuery,
  MoreRemarksQueryVariables,
  PreparationChangedSubscription,
  PreparationChangedSubscriptionVariables,
  PreparationQuery,
  PreparationQueryVariables,
} from '../../graphql/generated/operations.js';

const remarkPage = gql`
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
const meetingEntriesFragment = gql`
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
        ...RemarkPage @unmask
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
        ...RemarkPage @unmask
      }
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
  ${meetingEntriesFragment}
`;

export const meetingEntriesChanged: TypedDocumentNode<
  PreparationChangedSubscription,
  PreparationChangedSubscriptionVariables
> = gql`
  subscription PreparationChanged($id: ID!) {
    meetingChanged(meetingId: $id) {
      id
      ...PreparationParts
    }
  }
  ${remarkPage}
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
