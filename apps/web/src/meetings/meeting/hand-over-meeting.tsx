import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  HandOverFragment,
  HandOverMeetingMutation,
  HandOverMeetingMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';

export const handOverFragment: TypedDocumentNode<HandOverFragment> = gql`
  fragment HandOver on Meeting {
    id
    handedTo {
      id
      displayName
    }
    attendees {
      member {
        id
        displayName
        kana
      }
    }
  }
`;

const handOverMeeting: TypedDocumentNode<HandOverMeetingMutation, HandOverMeetingMutationVariables> = gql`
  mutation HandOverMeeting($meetingId: ID!, $memberId: ID) {
    handOverMeeting(meetingId: $meetingId, memberId: $memberId) {
      id
      ...HandOver
    }
  }
  ${handOverFragment}
`;

interface Props {
  readonly meeting: FragmentType<HandOverFragment> & { readonly id: string };
  /** The viewer is not among the choices. */
  readonly viewerId: string;
}

/** 進行をお願いする: for this meeting, before it or in the middle of it. */
export function HandOverMeeting({ meeting, viewerId }: Props): ReactNode {
  const { t } = useTranslation('console');
  const { t: common } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [send, { loading, error }] = useMutation(handOverMeeting);
  const { data, complete } = useFragment({
    fragment: handOverFragment,
    fragmentName: 'HandOver',
    from: meeting,
  });
  if (!complete) return null;
  const { handedTo } = data;
  const ask = (memberId: string | null): void =>
    void send({ variables: { meetingId: data.id, memberId } })
      .then(() => setOpened(false))
      .catch(() => undefined);
  return (
    <Stack gap="xs" align="flex-start">
      {handedTo && (
        <Group gap="sm">
          <Text>
            {handedTo.id === viewerId ? t('handedToYou') : t('handedTo', { name: handedTo.displayName })}
          </Text>
          <Button variant="subtle" px="xs" loading={loading} onClick={() => ask(null)}>
            {t('takeOver')}
          </Button>
        </Group>
      )}
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('handOver')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('handOver')}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Stack gap="sm">
          <Text>{t('handOverHint')}</Text>
          {data.attendees
            .filter(({ member }) => member.id !== viewerId && member.id !== handedTo?.id)
            .map(({ member }) => (
              <Button
                key={member.id}
                variant="default"
                h="auto"
                mih={48}
                py={6}
                loading={loading}
                aria-label={t('handOverTo', { name: member.displayName })}
                onClick={() => ask(member.id)}
              >
                <span>
                  <PersonName {...member} polite />
                </span>
              </Button>
            ))}
        </Stack>
      </Modal>
      {error && <ErrorText error={error} />}
    </Stack>
  );
}
