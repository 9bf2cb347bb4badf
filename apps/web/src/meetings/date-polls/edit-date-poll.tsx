import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  EditablePollFragment,
  EditDatePollMutation,
  EditDatePollMutationVariables,
} from '../../graphql/generated/operations.js';
import { DialogButton } from '../../ui/dialog-button.js';
import { sayDone } from '../../ui/say-done.js';
import { pollOptionsFragment } from './answer-date-poll.js';
import { CancelDatePoll } from './cancel-date-poll.js';
import { DatePollForm } from './date-poll-form.js';

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

/** 内容の変更, with the way to 取りやめ. */
export function EditDatePoll({
  poll,
}: {
  poll: FragmentType<EditablePollFragment> & { readonly id: string };
}): ReactNode {
  const { t } = useTranslation('datePolls');
  const { data, complete } = useFragment({
    fragment: editablePollFragment,
    fragmentName: 'EditablePoll',
    from: poll,
  });
  const [edit] = useMutation(editDatePoll);
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
      <CancelDatePoll pollId={pollId} />
    </Group>
  );
}

type FormProps = Parameters<typeof DatePollForm>[0];

/** Holds on to the version it began with, so that another facilitator's change meanwhile is noticed. */
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
    <DatePollForm
      timeZone={timeZone}
      initial={initial}
      submit={t('save')}
      onSubmit={(entry) => save(entry, seen)}
    />
  );
}
