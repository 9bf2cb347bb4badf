import { gql, type TypedDocumentNode } from '@apollo/client';
import { useApolloClient, useMutation } from '@apollo/client/react';
import { Button, Group, Paper, Text } from '@mantine/core';
import { IconVolumeOff } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  MuteMemberMutation,
  MuteMemberMutationVariables,
  UnmuteMemberMutation,
  UnmuteMemberMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { sayDone } from '../../ui/say-done.js';

const muteMember: TypedDocumentNode<MuteMemberMutation, MuteMemberMutationVariables> = gql`
  mutation MuteMember($memberId: ID!) {
    muteMember(memberId: $memberId) {
      id
      muted
    }
  }
`;
const unmuteMember: TypedDocumentNode<UnmuteMemberMutation, UnmuteMemberMutationVariables> = gql`
  mutation UnmuteMember($memberId: ID!) {
    unmuteMember(memberId: $memberId) {
      id
      muted
    }
  }
`;

/** Lists that were read before hold what is now hidden, or lack what is now shown. */
export function useUnmuteMember(): (memberId: string) => Promise<void> {
  const { t } = useTranslation('mutes');
  const client = useApolloClient();
  const [unmute] = useMutation(unmuteMember);
  return async (memberId) => {
    await unmute({ variables: { memberId } });
    forgetLists(client.cache);
    sayDone(t('memberUnmuted'));
  };
}

const forgetLists = (cache: {
  evict: (what: { id: string; fieldName: string }) => boolean;
  gc: () => unknown;
}) => {
  for (const fieldName of ['supportRequests', 'goodNews', 'notifications', 'node', 'mutes'])
    cache.evict({ id: 'ROOT_QUERY', fieldName });
  cache.gc();
};

interface Props {
  readonly member: { readonly id: string; readonly displayName: string; readonly muted: boolean };
}

export function MuteMember({ member }: Props): ReactNode {
  const { t } = useTranslation('mutes');
  const client = useApolloClient();
  const unmute = useUnmuteMember();
  const [asking, setAsking] = useState(false);
  const [mute] = useMutation(muteMember, { variables: { memberId: member.id } });
  if (member.muted)
    return (
      <Paper>
        <Group justify="space-between" gap="md">
          <Text>{t('isMuted')}</Text>
          <Button variant="default" onClick={() => void unmute(member.id).catch(() => undefined)}>
            {t('unmute')}
          </Button>
        </Group>
      </Paper>
    );
  return (
    <Group>
      <Button
        variant="subtle"
        leftSection={<IconVolumeOff size={18} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {t('muteMember')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('muteTitle', { name: member.displayName })}
        confirm={t('mute')}
        onConfirm={async () => {
          await mute();
          forgetLists(client.cache);
          sayDone(t('memberMuted'));
        }}
      >
        <Text>{t('muteAsk', { name: member.displayName })}</Text>
        <Text>{t('muteUnnamed')}</Text>
      </ConfirmDialog>
    </Group>
  );
}
