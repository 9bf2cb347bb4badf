import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { readStatement } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  CommitmentMakersFragment,
  MakeCommitmentMutation,
  MakeCommitmentMutationVariables,
} from '../../graphql/generated/operations.js';
import { useViewer } from '../../shell/viewer.js';
import { DangerNote } from '../../ui/danger-note.js';
import { sayDone } from '../../ui/say-done.js';
import { commitmentRowFragment } from './commitment-row.js';

export const commitmentMakersFragment: TypedDocumentNode<CommitmentMakersFragment> = gql`
  fragment CommitmentMakers on Meeting {
    id
    attendees {
      member {
        id
        displayName
      }
    }
    viewerCan {
      run
    }
  }
`;

export const makeCommitment: TypedDocumentNode<MakeCommitmentMutation, MakeCommitmentMutationVariables> = gql`
  mutation MakeCommitment($input: MakeCommitmentInput!) {
    makeCommitment(input: $input) {
      id
      ...CommitmentRow
      meeting {
        id
        commitments {
          id
          ...CommitmentRow
          meeting {
            id
          }
        }
      }
    }
  }
  ${commitmentRowFragment}
`;

interface Props {
  readonly meeting: FragmentType<CommitmentMakersFragment> & { readonly id: string };
}

/** One box. The member who runs the meeting chooses the owner; it is due at the next meeting unless another day is chosen. */
export function MakeCommitment({ meeting }: Props): ReactNode {
  const { t } = useTranslation('commitments');
  const { member } = useViewer();
  const { data, complete } = useFragment({
    fragment: commitmentMakersFragment,
    fragmentName: 'CommitmentMakers',
    from: meeting,
  });
  const [send] = useMutation(makeCommitment);
  const form = useEntryForm({
    initial: { statement: '', ownerId: member.id, dueOn: '' },
    labels: { statement: t('statement'), ownerId: t('owner'), dueOn: t('dueOn') },
    rules: { statement: readStatement },
    draft: `commitment-${meeting.id}`,
  });
  if (!complete) return null;
  const people = data.attendees.map(({ member: { id, displayName } }) => ({ value: id, label: displayName }));
  return (
    <EntryForm
      form={form}
      submit={t('make')}
      onSubmit={async ({ statement, ownerId, dueOn }) => {
        const { idempotencyKey } = form;
        const input = { meetingId: meeting.id, statement, ownerId, dueOn: dueOn || null, idempotencyKey };
        await send({ variables: { input } });
        form.reset();
        sayDone(t('made'));
      }}
    >
      <TextInput {...form.field('statement', { required: true })} description={t('statementHint')} />
      <DangerNote text={form.values.statement} />
      <details>
        <summary style={{ minHeight: 44, paddingTop: 10, cursor: 'pointer' }}>{t('more')}</summary>
        <Stack gap="md" mt="sm">
          {data.viewerCan.run && <NativeSelect {...form.field('ownerId')} data={people} />}
          <TextInput {...form.field('dueOn')} type="date" description={t('dueOnHint')} />
        </Stack>
      </details>
    </EntryForm>
  );
}
