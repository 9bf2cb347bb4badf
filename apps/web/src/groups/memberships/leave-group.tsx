import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LeaveGroupMutation, LeaveGroupMutationVariables } from '../../graphql/generated/operations.js';
import { shellQuery } from '../../shell/viewer.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';

const leaveGroup: TypedDocumentNode<LeaveGroupMutation, LeaveGroupMutationVariables> = gql`
  mutation LeaveGroup($groupId: ID!) {
    leaveGroup(groupId: $groupId)
  }
`;

interface Props {
  readonly groupId: string;
  readonly onDone: () => void;
}

export function LeaveGroup({ groupId, onDone }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const [opened, setOpened] = useState(false);
  const [leave] = useMutation(leaveGroup, {
    refetchQueries: [shellQuery],
    /** Nothing that was readable as a member of the group may stay behind. */
    update: (cache) => {
      for (const fieldName of ['groups', 'meetings', 'supportRequests', 'node'])
        cache.evict({ id: 'ROOT_QUERY', fieldName });
    },
  });
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setOpened(true)}>
        {t('leave')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('leaveTitle')}
        confirm={t('leave')}
        danger
        onConfirm={async () => {
          await leave({ variables: { groupId } });
          onDone();
        }}
      >
        <Text>{t('leaveAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
