import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Text, Textarea } from '@mantine/core';
import { required } from '@yoriai/domain/kernel';
import { remarkLimits } from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  MakeRemarkMutation,
  MakeRemarkMutationVariables,
  WithdrawRemarkMutation,
  WithdrawRemarkMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DangerNote } from '../../ui/danger-note.js';
import type { SeenCheckIn, SeenTopic } from '../meeting/meeting-entries.js';

const makeRemark: TypedDocumentNode<MakeRemarkMutation, MakeRemarkMutationVariables> = gql`
  mutation MakeRemark($input: MakeRemarkInput!) {
    makeRemark(input: $input) {
      id
    }
  }
`;
const withdrawRemark: TypedDocumentNode<WithdrawRemarkMutation, WithdrawRemarkMutationVariables> = gql`
  mutation WithdrawRemark($id: ID!) {
    withdrawRemark(remarkId: $id)
  }
`;

export interface RemarksProps {
  readonly about: { readonly checkInId: string } | { readonly topicId: string };
  readonly of: Pick<SeenCheckIn | SeenTopic, 'member' | 'remarks'>;
  readonly mayWrite: boolean;
}

export const remarkedId = (about: RemarksProps['about']): string =>
  'topicId' in about ? about.topicId : about.checkInId;

export function MakeRemark({
  about,
  name,
  onDone,
}: Pick<RemarksProps, 'about'> & { name: string; onDone: () => void }): ReactNode {
  const { t } = useTranslation(['remarks', 'common']);
  const [send] = useMutation(makeRemark, { refetchQueries: ['Preparation'], awaitRefetchQueries: true });
  const form = useEntryForm({
    initial: { body: '' },
    labels: { body: t('remarkOn', { name }) },
    rules: { body: (text) => required('body', text, remarkLimits.body) },
    draft: `remark:${remarkedId(about)}`,
  });
  return (
    <EntryForm
      form={form}
      submit={t('remarkSend')}
      onSubmit={async ({ body }) => {
        await send({ variables: { input: { ...about, body, idempotencyKey: form.idempotencyKey } } });
        onDone();
      }}
      beside={
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      }
    >
      <Textarea {...form.field('body', { required: true })} minRows={2} data-autofocus />
      <DangerNote text={form.values.body} />
    </EntryForm>
  );
}

export function WithdrawRemark({ id }: { id: string }): ReactNode {
  const { t } = useTranslation('remarks');
  const [opened, setOpened] = useState(false);
  const [withdraw] = useMutation(withdrawRemark, {
    refetchQueries: ['Preparation'],
    awaitRefetchQueries: true,
  });
  return (
    <>
      <Button variant="subtle" color="red" px="xs" onClick={() => setOpened(true)}>
        {t('remarkWithdraw')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('remarkWithdrawTitle')}
        confirm={t('remarkWithdraw')}
        danger
        onConfirm={() => withdraw({ variables: { id } })}
      >
        <Text>{t('remarkWithdrawAsk')}</Text>
      </ConfirmDialog>
    </>
  );
}
