import { gql, type TypedDocumentNode } from '@apollo/client';
import type {
  MoreRemarksQuery,
  MoreRemarksQueryVariables,
  PreparationChangedSubscription,
  PreparationChangedSubscriptionVariables,
  PreparationQuery,
  PreparationQueryVariables,
} from '../graphql/generated/operations.js';

const remarkFragment = gql`
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
`;
const preparationFragment = gql`
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
        pageInfo {
          hasNextPage
          endCursor
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
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`;

export const preparation: TypedDocumentNode<PreparationQuery, PreparationQueryVariables> = gql`
  query Preparation($id: ID!) {
    node(id: $id) {
      id
      ...PreparationParts @unmask
    }
  }
  ${remarkFragment}
  ${preparationFragment}
`;

export const preparationChanged: TypedDocumentNode<
  PreparationChangedSubscription,
  PreparationChangedSubscriptionVariables
> = gql`
  subscription PreparationChanged($id: ID!) {
    meetingChanged(meetingId: $id) {
      id
      ...PreparationParts
    }
  }
  ${remarkFragment}
  ${preparationFragment}
`;

const nextRemarks = gql`
  fragment NextRemarks on RemarkConnection {
    edges {
      cursor
      node {
        id
        ...RemarkParts
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;
/** The answers after those on screen; they join them in the cache. */
export const moreRemarks: TypedDocumentNode<MoreRemarksQuery, MoreRemarksQueryVariables> = gql`
  query MoreRemarks($id: ID!, $after: String) {
    node(id: $id) {
      id
      ... on CheckIn {
        remarks(first: 100, after: $after) {
          ...NextRemarks
        }
      }
      ... on Topic {
        remarks(first: 100, after: $after) {
          ...NextRemarks
        }
      }
    }
  }
  ${remarkFragment}
  ${nextRemarks}
`;

export type PreparedMeeting = Extract<NonNullable<PreparationQuery['node']>, { __typename: 'Meeting' }>;
export type SeenCheckIn = PreparedMeeting['checkIns'][number];
export type SeenTopic = PreparedMeeting['topics'][number];
