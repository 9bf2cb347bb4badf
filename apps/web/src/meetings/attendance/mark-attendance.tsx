import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  Presence,
  SayHereFragment,
  SayHereMutation,
  SayHereMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';

export const sayHereFragment: TypedDocumentNode<SayHereFragment> = gql`
  fragment SayHere on Meeting {
    id
    format
    attendees {
      member {
        id
      }
      presence
      late
      attended
    }
    viewerCan {
      attend
    }
  }
`;

export const markAttendance: TypedDocumentNode<SayHereMutation, SayHereMutationVariables> = gql`
  mutation SayHere($input: MarkAttendanceInput!) {
    markAttendance(input: $input) {
      id
      ...SayHere
    }
  }
  ${sayHereFragment}
`;

interface Props {
  readonly meeting: FragmentType<SayHereFragment> & { readonly id: string };
  readonly viewerId: string;
}

/** 来ました: one tap, from half an hour before. */
export function MarkAttendance({ meeting, viewerId }: Props): ReactNode {
  const { t } = useTranslation('attendance');
  const { data, complete } = useFragment({
    fragment: sayHereFragment,
    fragmentName: 'SayHere',
    from: meeting,
  });
  const [send, { loading, error }] = useMutation(markAttendance);
  if (!complete || !data.viewerCan.attend) return null;
  const mine = data.attendees.find(({ member }) => member.id === viewerId);
  const say = (presence: Presence | null): void =>
    void send({ variables: { input: { meetingId: data.id, presence } } }).catch(() => undefined);
  const isThere = mine?.presence === 'PRESENT' || mine?.presence === 'ONLINE';
  return (
    <Stack gap="xs">
      <div role="status">
        {isThere && <Text fw={700}>{t(mine.presence === 'ONLINE' ? 'youAreOnline' : 'youAreThere')}</Text>}
      </div>
      <Group gap="sm">
        {isThere ? (
          <Button variant="subtle" px="xs" loading={loading} onClick={() => say(null)}>
            {t('takeBack')}
          </Button>
        ) : (
          <>
            {data.format !== 'ONLINE' && (
              <Button h={56} fz="lg" loading={loading} onClick={() => say('PRESENT')}>
                {t('came')}
              </Button>
            )}
            {data.format !== 'IN_PERSON' && (
              <Button
                h={56}
                variant={data.format === 'ONLINE' ? 'filled' : 'default'}
                loading={loading}
                onClick={() => say('ONLINE')}
              >
                {t('cameOnline')}
              </Button>
            )}
          </>
        )}
      </Group>
      {error && <ErrorText error={error} />}
    </Stack>
  );
}
