import { gql, type ApolloClient, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useContext, useEffect, useRef, useState } from 'react';
import { draftKey, DraftOwner, keepDraft, readDraft } from '../../forms/draft.js';
import { newIdempotencyKey } from '../../forms/idempotency-key.js';
import { failureOf } from '../../graphql/failure.js';
import type {
  ConsoleAttendMutation,
  ConsoleAttendMutationVariables,
  ConsoleFragment,
} from '../../graphql/generated/operations.js';
import { serverTime } from '../../graphql/server-clock.js';
import { foreseenRun, type Tap } from './console-taps.js';
import { markSpeaker } from './mark-speaker.js';
import { consoleFragment, runMeeting } from './run-meeting.js';
import { runStateOf, stepsOf } from './run-state.js';
const attendMutation: TypedDocumentNode<ConsoleAttendMutation, ConsoleAttendMutationVariables> = gql`
  mutation ConsoleAttend($input: MarkAttendanceInput!) {
    markAttendance(input: $input) {
      id
      ...Console
    }
  }
  ${consoleFragment}
`;

/** A tap without what the console itself adds. */
export type NewTap = Tap extends infer T
  ? T extends Tap
    ? Omit<T, 'key' | 'at' | 'expectedVersion'>
    : never
  : never;

export interface TapQueue {
  /** Not yet at the server; kept on this device. */
  readonly waiting: readonly Tap[];
  /** Offline: they are sent when the connection is back. */
  readonly offline: boolean;
  /** Another console was first, or the server would not have it. */
  readonly problem: 'conflict' | 'notSent' | null;
  readonly tap: (tap: NewTap) => void;
}

const retryAfter = 4_000;

/**
 * Taps go to the server one by one in their order. Until they have arrived they are kept on this device, so that a reload or a dead
 * line loses none; each carries the moment it was made and a key, so that none counts twice or late.
 */
export function useTapQueue(meeting: ConsoleFragment, refetch: () => unknown): TapQueue {
  const client = useApolloClient();
  const key = draftKey(useContext(DraftOwner), `console:${meeting.id}`);
  const [waiting, setWaiting] = useState<readonly Tap[]>(
    () => readDraft<{ taps: readonly Tap[] }>(key)?.values.taps ?? [],
  );
  const [offline, setOffline] = useState(false);
  const [problem, setProblem] = useState<TapQueue['problem']>(null);
  const [round, setRound] = useState(0);
  const sending = useRef<string | null>(null);

  const keep = (change: (taps: readonly Tap[]) => readonly Tap[]): void =>
    setWaiting((before) => {
      const taps = change(before);
      keepDraft(key, taps.length === 0 ? null : { values: { taps }, idempotencyKey: '' });
      return taps;
    });

  const head = waiting[0];
  useEffect(() => {
    if (!head || sending.current === head.key) return;
    sending.current = head.key;
    const again = (): void => setRound((n) => n + 1);
    void sendTap(client, meeting.id, head)
      .then(() => {
        setOffline(false);
        keep((taps) => taps.filter((tap) => tap.key !== head.key));
      })
      .catch((error: unknown) => {
        const { code } = failureOf(error);
        if (code === 'OFFLINE' || code === 'RATE_LIMITED' || code === 'INTERNAL') {
          setOffline(true);
          setTimeout(again, retryAfter);
          return;
        }
        setOffline(false);
        // Not the taps are wrong but who is signed in: they wait for the person who made them.
        if (code === 'MEMBER_MISMATCH' || code === 'UNAUTHENTICATED') return;
        setProblem(code === 'CONFLICT' ? 'conflict' : 'notSent');
        // What was tapped on top of a refused tap at the clock was meant for another state.
        keep((taps) =>
          taps.filter((tap) => tap.key !== head.key && !(head.kind === 'run' && tap.kind === 'run')),
        );
        refetch();
      })
      .finally(() => {
        sending.current = null;
      });
    // `round` asks to look again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [head, round]);

  useEffect(() => {
    const again = (): void => setRound((n) => n + 1);
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);

  const tap = (one: NewTap): void => {
    setProblem(null);
    const known = { ...one, key: newIdempotencyKey(), at: serverTime().toISOString() };
    keep((taps) => {
      if (known.kind !== 'run') return [...taps, known as Tap];
      const run = runStateOf(meeting);
      const expectedVersion = run ? foreseenRun(run, stepsOf(meeting), taps).version : 0;
      return [...taps, { ...known, expectedVersion }];
    });
  };
  return { waiting, offline, problem, tap };
}

async function sendTap(client: ApolloClient, meetingId: string, tap: Tap): Promise<unknown> {
  if (tap.kind === 'attend') {
    const { memberId, presence, late } = tap;
    const input = { meetingId, memberId, presence, late };
    return client.mutate({ mutation: attendMutation, variables: { input } });
  }
  const { at, key: idempotencyKey } = tap;
  if (tap.kind === 'speak') {
    const input = { meetingId, memberId: tap.memberId, at, idempotencyKey };
    return client.mutate({ mutation: markSpeaker, variables: { input } });
  }
  const { act, stepId, minutes, expectedVersion } = tap;
  const input = { meetingId, act, stepId, minutes, expectedVersion, at, idempotencyKey };
  return client.mutate({ mutation: runMeeting, variables: { input } });
}
