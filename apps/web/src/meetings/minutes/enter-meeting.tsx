import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Checkbox, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { badInput, ok } from '@yoriai/domain/kernel';
import { readDecisionLines, readStatement } from '@yoriai/domain/meetings';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  EnterableFragment,
  EnterMeetingMutation,
  EnterMeetingMutationVariables,
} from '../../graphql/generated/operations.js';

export const enterableFragment: TypedDocumentNode<EnterableFragment> = gql`
  fragment Enterable on Meeting {
    id
    format
    attendees {
      member {
        id
        displayName
      }
      presence
      late
    }
  }
`;

export const enterMeeting: TypedDocumentNode<EnterMeetingMutation, EnterMeetingMutationVariables> = gql`
  mutation EnterMeeting($input: EnterMeetingInput!) {
    enterMeeting(input: $input) {
      id
      status
      viewerCan {
        run
        edit
        rsvp
        attend
      }
      attendees {
        member {
          id
        }
        presence
        late
        attended
      }
    }
  }
`;

interface Props {
  readonly meeting: EnterableFragment;
  readonly onEntered: () => unknown;
}
type Statements = Readonly<Record<string, string>>;
type Ids = readonly string[];
type Person = EnterableFragment['attendees'][number]['member'];

/** From paper: ticking who came is enough; how they came, what was decided and promised may follow. */
export function EnterMeeting({ meeting, onEntered }: Props): ReactNode {
  const { t } = useTranslation(['minutes', 'attendance']);
  const [send] = useMutation(enterMeeting);
  const form = useEntryForm({
    initial: {
      present: idsOf(meeting, ({ presence }) => presence === 'PRESENT' || presence === 'ONLINE'),
      online: idsOf(meeting, ({ presence }) => presence === 'ONLINE'),
      late: idsOf(meeting, ({ late }) => late),
      decisions: '',
      commitments: {} as Statements,
    },
    labels: {
      present: t('whoCame'),
      online: t('attendance:ONLINE'),
      late: t('attendance:late'),
      decisions: t('decisions'),
      commitments: t('commitments'),
    },
    rules: {
      present: (ids) => (ids.length > 0 ? ok(ids) : badInput('present', 'REQUIRED')),
      decisions: readDecisionLines,
      commitments: (statements) =>
        given(statements)
          .map(({ statement }) => readStatement(statement))
          .find((read) => !read.ok) ?? ok(statements),
    },
    draft: `enter:${meeting.id}`,
  });
  const { values, set } = form;
  const { present, online, late, commitments } = values;
  const field = form.field('present', { required: true });
  const how = ({ id, displayName }: Person, name: 'online' | 'late', word: string): ReactNode => {
    const [ids, chosen] = [values[name], values[name].includes(id)];
    return (
      <Button
        px={10}
        h={44}
        fz="xs"
        variant={chosen ? 'filled' : 'default'}
        aria-pressed={chosen}
        aria-label={t('attendance:presenceOf', { name: displayName, presence: word })}
        onClick={() => set({ [name]: chosen ? ids.filter((one) => one !== id) : [...ids, id] })}
      >
        {word}
      </Button>
    );
  };
  return (
    <EntryForm
      form={form}
      submit={t('enterSend')}
      onSubmit={async () => {
        const lines = readDecisionLines(values.decisions);
        await send({
          variables: {
            input: {
              meetingId: meeting.id,
              present: present.map((memberId) => ({
                memberId,
                presence: meeting.format === 'ONLINE' || online.includes(memberId) ? 'ONLINE' : 'PRESENT',
                late: late.includes(memberId),
              })),
              decisions: lines.ok ? [...lines.value] : [],
              commitments: given(commitments),
              idempotencyKey: form.idempotencyKey,
            },
          },
        });
        onEntered();
      }}
    >
      <Checkbox.Group
        id={field.id}
        label={field.label}
        error={field.error}
        value={[...present]}
        onChange={(ids: string[]) => set({ present: ids })}
      >
        <Stack gap={0}>
          {meeting.attendees.map(({ member }) => (
            <div key={member.id}>
              <Checkbox value={member.id} label={member.displayName} py={10} />
              {present.includes(member.id) && (
                <Group gap={6} ps={40} pb="xs">
                  {meeting.format === 'HYBRID' && how(member, 'online', t('attendance:ONLINE'))}
                  {how(member, 'late', t('attendance:late'))}
                </Group>
              )}
            </div>
          ))}
        </Stack>
      </Checkbox.Group>
      <Textarea {...form.field('decisions')} description={t('decisionsHint')} />
      <details open={given(commitments).length > 0}>
        <Text component="summary" fw={700} py={10} style={{ cursor: 'pointer' }}>
          {t('commitments')}
        </Text>
        <Stack gap="md" mt="xs" id={form.idOf('commitments')} tabIndex={-1}>
          <Text size="xs" c="gray.6">
            {t('commitmentsHint')}
          </Text>
          {form.field('commitments').error}
          {meeting.attendees.map(({ member }) => (
            <TextInput
              key={member.id}
              label={t('commitmentOf', { name: member.displayName })}
              value={commitments[member.id] ?? ''}
              onChange={(event) =>
                set({ commitments: { ...commitments, [member.id]: event.currentTarget.value } })
              }
            />
          ))}
        </Stack>
      </details>
    </EntryForm>
  );
}

const idsOf = (
  { attendees }: EnterableFragment,
  are: (attendee: EnterableFragment['attendees'][number]) => boolean,
): Ids => attendees.filter(are).map(({ member }) => member.id);

const given = (statements: Statements): { ownerId: string; statement: string }[] =>
  Object.entries(statements)
    .filter(([, statement]) => statement.trim() !== '')
    .map(([ownerId, statement]) => ({ ownerId, statement }));
