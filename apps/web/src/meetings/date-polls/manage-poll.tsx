import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  CancelDatePollMutation,
  CancelDatePollMutationVariables,
  EditablePollFragment,
  EditDatePollMutation,
  EditDatePollMutationVariables,
} from '../../graphql/generated/operations.js';
import { ConfirmDialog } from '../../ui/confirm-dialog.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { sayDone } from '../../ui/say-done.js';
import { pollOptionsFragment } from './answer-poll.js';
import { PollForm } from './poll-form.js';

export const editablePollFragment: TypedDocumentNode<EditablePollFragment> = gql`
  fragment EditablePoll on DatePoll {
    id
    title
    note
    closesOn
    timeZone
    version
    options {
      id
      date
      startsAtLocal
    }
  }
`;

export const editDatePoll: TypedDocumentNode<EditDatePollMutation, EditDatePollMutationVariables> = gql`
  mutation EditDatePoll($input: EditDatePollInput!) {
    editDatePoll(input: $input) {
      id
      ...EditablePoll
      ...PollOptions
    }
  }
  ${editablePollFragment}
  ${pollOptionsFragment}
`;

export const cancelDatePoll: TypedDocumentNode<CancelDatePollMutation, CancelDatePollMutationVariables> = gql`
  mutation CancelDatePoll($pollId: ID!) {
    cancelDatePoll(pollId: $pollId) {
      id
      status
      version
      viewerCan {
        answer
        run
      }
    }
  }
`;

/** 内容の変更 and 取りやめ. */
export function ManagePoll({
  poll,
}: {
  poll: FragmentType<EditablePollFragment> & { readonly id: string };
}): ReactNode {
  const { t } = useTranslation('plan');
  const [ending, setEnding] = useState(false);
  const { data, complete } = useFragment({
    fragment: editablePollFragment,
    fragmentName: 'EditablePoll',
    from: poll,
  });
  const [edit] = useMutation(editDatePoll);
  const [cancel] = useMutation(cancelDatePoll, {
    update: (cache) => void cache.evict({ id: 'ROOT_QUERY', fieldName: 'datePolls' }),
  });
  if (!complete) return null;
  const { id: pollId, title, note, closesOn, timeZone, options } = data;
  return (
    <Group gap="sm">
      <DialogButton label={t('editPoll')} title={t('editPoll')} variant="default">
        {(close) => (
          <>
            <Text mb="md">{t('editPollNote')}</Text>
            <EditForm
              version={data.version}
              initial={{
                title,
                note: note ?? '',
                closesOn: closesOn ?? '',
                options: options.map(({ date, startsAtLocal }) => ({
                  date,
                  time: startsAtLocal?.slice(11) ?? '',
                })),
              }}
              timeZone={timeZone}
              save={async (entry, expectedVersion) => {
                await edit({
                  variables: {
                    input: {
                      pollId,
                      ...entry,
                      closesOn: entry.closesOn || null,
                      note: entry.note || null,
                      expectedVersion,
                    },
                  },
                });
                sayDone(t('pollEdited'));
                close();
              }}
            />
          </>
        )}
      </DialogButton>
      <Button variant="outline" color="red" onClick={() => setEnding(true)}>
        {t('cancelPoll')}
      </Button>
      <ConfirmDialog
        opened={ending}
        onClose={() => setEnding(false)}
        title={t('cancelPoll')}
        confirm={t('cancelPollDo')}
        danger
        onConfirm={() => cancel({ variables: { pollId } })}
      >
        <Text>{t('cancelPollAsk')}</Text>
      </ConfirmDialog>
    </Group>
  );
}

type FormProps = Parameters<typeof PollForm>[0];

/** Holds on to the version it began with, so that a change by somebody else meanwhile is noticed. */
function EditForm({
  version,
  initial,
  timeZone,
  save,
}: {
  version: number;
  initial: FormProps['initial'];
  timeZone: string;
  save: (entry: Parameters<FormProps['onSubmit']>[0], version: number) => Promise<unknown>;
}): ReactNode {
  const { t } = useTranslation();
  const [seen] = useState(version);
  return (
    <PollForm
      timeZone={timeZone}
      initial={initial}
      submit={t('save')}
      onSubmit={(entry) => save(entry, seen)}
    />
  );
}
