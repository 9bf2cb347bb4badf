import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Textarea } from '@mantine/core';
import { required } from '@yoriai/domain/kernel';
import { remarkLimits } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type { MakeRemarkMutation, MakeRemarkMutationVariables } from '../../graphql/generated/operations.js';
import { DangerNote } from '../../ui/danger-note.js';
import type { SeenCheckIn, SeenTopic } from '../meeting/meeting-entries.js';

const makeRemark: TypedDocumentNode<MakeRemarkMutation, MakeRemarkMutationVariables> = gql`
  mutation MakeRemark($input: MakeRemarkInput!) {
    makeRemark(input: $input) {
      id
    }
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
