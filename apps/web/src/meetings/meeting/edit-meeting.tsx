import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { NativeSelect, TextInput } from '@mantine/core';
import { sayDone } from '../../ui/say-done.js';
import { meetingFormats, readPlace, readTitle, readUrl } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangedMeanwhile, untouched, useSeen } from '../../forms/changed-meanwhile.js';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  EditableMeetingFragment,
  EditMeetingMutation,
  EditMeetingMutationVariables,
  MeetingFormat,
} from '../../graphql/generated/operations.js';
import { DialogButton } from '../../ui/dialog-button.js';

export const editableMeetingFragment: TypedDocumentNode<EditableMeetingFragment> = gql`
  fragment EditableMeeting on Meeting {
    id
    title
    format
    place
    url
    version
  }
`;

export const editMeeting: TypedDocumentNode<EditMeetingMutation, EditMeetingMutationVariables> = gql`
  mutation EditMeeting($input: EditMeetingInput!) {
    editMeeting(input: $input) {
      id
      sequence
      ...EditableMeeting
    }
  }
  ${editableMeetingFragment}
`;

interface Props {
  readonly meeting: FragmentType<EditableMeetingFragment> & { readonly id: string };
}

export function EditMeeting({ meeting }: Props): ReactNode {
  const { t } = useTranslation('meetings');
  const { data, complete } = useFragment({
    fragment: editableMeetingFragment,
    fragmentName: 'EditableMeeting',
    from: meeting,
  });
  if (!complete) return null;
  return (
    <DialogButton label={t('edit')} title={t('editTitle')} variant="default">
      {(close) => <EditForm meeting={data} onDone={close} />}
    </DialogButton>
  );
}

function EditForm({ meeting, onDone }: { meeting: EditableMeetingFragment; onDone: () => void }): ReactNode {
  const { t } = useTranslation('meetings');
  const { t: common } = useTranslation();
  const [send] = useMutation(editMeeting);
  const { seen, changed, look, send: sendSeen } = useSeen(meeting);
  const { id: meetingId, version: expectedVersion } = seen;
  const form = useEntryForm({
    initial: boxesOf(meeting),
    labels: { title: t('meetingTitle'), format: t('format'), place: t('place'), url: t('url') },
    rules: { title: readTitle, place: readPlace, url: readUrl },
  });
  return (
    <EntryForm
      form={form}
      submit={common('save')}
      onSubmit={async (input) => {
        await sendSeen(() => send({ variables: { input: { meetingId, expectedVersion, ...input } } }));
        sayDone(t('editDone'));
        onDone();
      }}
    >
      {changed && (
        <ChangedMeanwhile
          now={[meeting.title, t(meeting.format), meeting.place, meeting.url].filter(Boolean).join(' / ')}
          onLook={() => {
            form.set(untouched(form.values, boxesOf(seen), boxesOf(meeting)));
            look();
          }}
        />
      )}
      <TextInput {...form.field('title', { required: true })} data-autofocus />
      <FormatSelect {...form.field('format')} />
      {form.values.format !== 'ONLINE' && <TextInput {...form.field('place')} />}
      {form.values.format !== 'IN_PERSON' && (
        <TextInput {...form.field('url')} type="url" inputMode="url" description={t('urlHint')} />
      )}
    </EntryForm>
  );
}

const boxesOf = ({ title, format, place, url }: EditableMeetingFragment) => ({
  title,
  format,
  place: place ?? '',
  url: url ?? '',
});

interface FormatProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly value: MeetingFormat;
  readonly error: ReactNode;
  readonly onChange: (format: MeetingFormat) => void;
}

export function FormatSelect({ onChange, ...props }: FormatProps): ReactNode {
  const { t } = useTranslation('meetings');
  return (
    <NativeSelect
      {...props}
      data={meetingFormats.map((value) => ({ value, label: t(value) }))}
      onChange={(event) => onChange(event.currentTarget.value as MeetingFormat)}
    />
  );
}
