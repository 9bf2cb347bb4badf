import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  CreateJoinLinkMutation,
  CreateJoinLinkMutationVariables,
} from '../../graphql/generated/operations.js';

export const createJoinLink: TypedDocumentNode<CreateJoinLinkMutation, CreateJoinLinkMutationVariables> = gql`
  mutation CreateJoinLink($input: CreateJoinLinkInput!) {
    createJoinLink(input: $input) {
      id
    }
  }
`;
export function CreateJoinLink({ groupId }: { groupId: string }): ReactNode {
  const { t } = useTranslation('groups');
  const form = useEntryForm({ initial: { days: '30' }, labels: { days: t('days') } });
  const [create] = useMutation(createJoinLink, { refetchQueries: ['GroupPage'] });
  return (
    <EntryForm
      form={form}
      submit={t('newLink')}
      onSubmit={({ days }) =>
        create({
          variables: { input: { groupId, days: Number(days), idempotencyKey: form.idempotencyKey } },
        })
      }
    >
      <NativeSelect
        {...form.field('days')}
        data={[7, 30, 90, 365].map((count) => ({ value: String(count), label: t('daysN', { count }) }))}
      />
    </EntryForm>
  );
}
