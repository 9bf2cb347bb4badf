/** What a server under test needs to know, and what the load needs to send. */
export interface Plan {
  readonly ownerUrl: string;
  readonly slug: string;
  readonly cookie: string;
  /** Public ids of the viewer's group, and a moment before its meetings. */
  readonly requestIds: readonly string[];
  readonly meetingIds: readonly string[];
  readonly from: string;
  /** Who reads an event: one row each that an act writes. */
  readonly readers: Readonly<Record<string, readonly { readonly reader: string; readonly queue: string }[]>>;
}

/** From a server under test to the runner. */
export type Told = { readonly ready: string } | { readonly cpuMs: number };

export interface Operation {
  readonly title: string;
  readonly document: string;
  /** Of the n-th time that it is sent. */
  readonly variables: (plan: Plan, n: number) => object;
  /** Also by the servers that others build theirs with. */
  readonly hasPeers?: boolean;
  /** What it writes is limited per hour. */
  readonly isCounted?: boolean;
}

const turn = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

export const operations: Readonly<Record<string, Operation>> = {
  SupportList: {
    title: 'the support list: 20 requests with author, each with its offers and their helpers',
    document: `query SupportList($first: Int!) {
      supportRequests(first: $first) {
        edges { cursor node {
          id type wanted urgency title body status anonymous mine replyCount createdAt
          author { id displayName businessName }
          offers { id status terms message createdAt helper { id displayName businessName } }
        } }
        pageInfo { hasNextPage endCursor }
      }
    }`,
    variables: () => ({ first: 20 }),
    hasPeers: true,
  },
  Home: {
    title: 'home: ten meetings to come, ten open requests, two good news',
    document: `query Home($from: DateTime!) {
      meetings(from: $from, first: 10) {
        edges { node { id title startsAt endsAt status format place viewerRsvp group { id name } } }
      }
      supportRequests(filter: { status: [OPEN] }, first: 10) {
        edges { node { id title createdAt replyCount author { id displayName } } }
      }
      goodNews(first: 2) { edges { node { id body createdAt author { id displayName } } } }
    }`,
    variables: ({ from }) => ({ from }),
  },
  Meeting: {
    title: 'a meeting: its agenda, eight people and what they answered',
    document: `query Meeting($id: ID!) {
      node(id: $id) {
        ... on Meeting {
          id title startsAt endsAt status format place viewerRsvp
          group { id name }
          agenda { id name minutes speakerRule }
          attendees { rsvp note member { id displayName businessName } }
        }
      }
    }`,
    variables: ({ meetingIds }, n) => ({ id: turn(meetingIds, n) }),
  },
  Rsvp: {
    title: 'an RSVP, each time another',
    document: `mutation Rsvp($id: ID!, $rsvp: Rsvp!) {
      rsvpToMeeting(meetingId: $id, rsvp: $rsvp) { id viewerRsvp attendees { rsvp member { id } } }
    }`,
    variables: ({ meetingIds }, n) => ({
      id: turn(meetingIds, n),
      rsvp: turn(['YES', 'NO'], Math.floor(n / meetingIds.length)),
    }),
  },
  Reply: {
    title: 'a reply to a request',
    document: `mutation Reply($input: ReplyInput!) { replyToSupportRequest(input: $input) { id } }`,
    variables: ({ requestIds }, n) => ({
      input: { requestId: turn(requestIds, n), body: '去年うちでも経験しました。お話しできます。' },
    }),
    isCounted: true,
  },
};
