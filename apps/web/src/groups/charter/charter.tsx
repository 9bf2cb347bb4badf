import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Alert, Button, Group as Row, List, Modal, Paper, Stack, Text, Textarea } from '@mantine/core';
import { sayDone } from '../../ui/say-done.js';
import { readClauses } from '@yoriai/domain/groups';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  AmendCharterMutation,
  AmendCharterMutationVariables,
  GroupCharterFragment,
  SignCharterMutation,
  SignCharterMutationVariables,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';

export const groupCharterFragment: TypedDocumentNode<GroupCharterFragment> = gql`
  fragment GroupCharter on Group {
    id
    charter {
      version
      clauses
      signedByViewer
    }
    viewerCan {
      edit
      leave
    }
  }
`;

const signCharter: TypedDocumentNode<SignCharterMutation, SignCharterMutationVariables> = gql`
  mutation SignCharter($groupId: ID!, $version: Int!) {
    signCharter(groupId: $groupId, version: $version) {
      id
      ...GroupCharter
    }
  }
  ${groupCharterFragment}
`;

const amendCharter: TypedDocumentNode<AmendCharterMutation, AmendCharterMutationVariables> = gql`
  mutation AmendCharter($input: AmendCharterInput!) {
    amendCharter(input: $input) {
      id
      ...GroupCharter
    }
  }
  ${groupCharterFragment}
`;

interface Props {
  readonly group: FragmentType<GroupCharterFragment> & { readonly id: string };
}

/** The group's promises; an unsigned version asks to be signed and blocks nothing. */
export function GroupCharter({ group }: Props): ReactNode {
  const { t } = useTranslation('groups');
  const { t: common } = useTranslation();
  const [amending, setAmending] = useState(false);
  const { data, complete } = useFragment({
    fragment: groupCharterFragment,
    fragmentName: 'GroupCharter',
    from: group,
  });
  const [sign, { loading, error }] = useMutation(signCharter);
  if (!complete) return null;
  const { version, clauses, signedByViewer } = data.charter;
  return (
    <Paper>
      <Stack gap="md">
        <Text>{t('charterIntro')}</Text>
        <List type="ordered" spacing="sm">
          {clauses.map((clause) => (
            <List.Item key={clause}>{clause}</List.Item>
          ))}
        </List>
        <Text size="xs" c="gray.6">
          {t('charterVersion', { version })}
        </Text>
        <div role="status">{signedByViewer && <Alert color="success">{t('signedThanks')}</Alert>}</div>
        {error && <ErrorText error={error} />}
        <Row gap="sm">
          {!signedByViewer && data.viewerCan.leave && (
            <Button
              loading={loading}
              onClick={() => void sign({ variables: { groupId: data.id, version } }).catch(() => undefined)}
            >
              {t('sign')}
            </Button>
          )}
          {data.viewerCan.edit && (
            <Button variant="default" onClick={() => setAmending(true)}>
              {t('amend')}
            </Button>
          )}
        </Row>
        <Modal
          opened={amending}
          onClose={() => setAmending(false)}
          title={t('amend')}
          size="lg"
          closeButtonProps={{ 'aria-label': common('close') }}
        >
          <AmendForm
            groupId={data.id}
            version={version}
            clauses={clauses}
            onDone={() => setAmending(false)}
          />
        </Modal>
      </Stack>
    </Paper>
  );
}

interface AmendProps {
  readonly groupId: string;
  readonly version: number;
  readonly clauses: readonly string[];
  readonly onDone: () => void;
}

function AmendForm({ groupId, version, clauses, onDone }: AmendProps): ReactNode {
  const { t } = useTranslation('groups');
  const { t: common } = useTranslation();
  const [amend] = useMutation(amendCharter);
  const form = useEntryForm({
    initial: { clauses: clauses.join('\n') },
    labels: { clauses: t('clauses') },
    rules: { clauses: (text) => readClauses(text.split('\n')) },
  });
  return (
    <EntryForm
      form={form}
      submit={common('save')}
      onSubmit={async ({ clauses: text }) => {
        const lines = text.split('\n').filter((line) => line.trim() !== '');
        await amend({ variables: { input: { groupId, clauses: lines, expectedVersion: version } } });
        sayDone(t('amended'));
        onDone();
      }}
    >
      <Textarea
        {...form.field('clauses', { required: true })}
        description={t('amendHint')}
        minRows={8}
        data-autofocus
      />
    </EntryForm>
  );
}
