import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Modal } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditTopicMutation, EditTopicMutationVariables } from '../../graphql/generated/operations.js';
import { sayDone } from '../../ui/say-done.js';
import type { SeenTopic } from '../meeting/meeting-entries.js';
import { TopicForm } from './propose-topic.js';

export const editTopic: TypedDocumentNode<EditTopicMutation, EditTopicMutationVariables> = gql`
  mutation EditTopic($input: EditTopicInput!) {
    editTopic(input: $input) {
      id
      title
      detail
      priority
      minutes
      version
    }
  }
`;

interface Props {
  readonly topic: SeenTopic;
}

export function EditTopic({ topic }: Props): ReactNode {
  const { t } = useTranslation(['checkIns', 'topics', 'common']);
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('edit')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('topics:editTopic')}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <EditForm topic={topic} onDone={close} />
      </Modal>
    </>
  );
}

function EditForm({ topic, onDone }: Props & { readonly onDone: () => void }): ReactNode {
  const { t } = useTranslation(['checkIns', 'topics']);
  const [edit] = useMutation(editTopic, { refetchQueries: ['Preparation'], awaitRefetchQueries: true });
  // As it was when the form opened: what changes behind it must not be overwritten unseen.
  const [before] = useState(topic);
  return (
    <TopicForm
      before={before}
      submit={t('edit')}
      onSend={async (entry) => {
        const input = { topicId: before.id, expectedVersion: before.version, ...entry };
        await edit({ variables: { input } });
        sayDone(t('topics:edited'));
        onDone();
      }}
    />
  );
}
