import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Button, Collapse, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { optional, required } from '@yoriai/domain/kernel';
import { topicLimits, topicPriorities, type TopicPriority } from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  ProposeTopicMutation,
  ProposeTopicMutationVariables,
} from '../../graphql/generated/operations.js';
import { DangerNote } from '../../ui/danger-note.js';
import { sayDone } from '../../ui/say-done.js';
import type { SeenTopic } from '../meeting/meeting-entries.js';

const proposeTopic: TypedDocumentNode<ProposeTopicMutation, ProposeTopicMutationVariables> = gql`
  mutation ProposeTopic($input: ProposeTopicInput!) {
    proposeTopic(input: $input) {
      id
    }
  }
`;

const someMinutes = [10, 20, 30, 40, 60] as const;

interface FormProps {
  readonly before: SeenTopic | null;
  readonly draft?: string;
  readonly submit: string;
  readonly onSend: (topic: TopicEntry, idempotencyKey: string) => Promise<void>;
}
type TopicEntry = Pick<SeenTopic, 'title' | 'priority' | 'minutes'> & { readonly detail: string };

/** One line is a topic; urgency and length have defaults that can be changed. */
export function TopicForm({ before, draft, submit, onSend }: FormProps): ReactNode {
  const { t } = useTranslation('topics');
  const [open, setOpen] = useState(before !== null);
  const form = useEntryForm<{ title: string; detail: string; priority: TopicPriority; minutes: string }>({
    initial: {
      title: before?.title ?? '',
      detail: before?.detail ?? '',
      priority: before?.priority ?? 'B',
      minutes: String(before?.minutes ?? topicLimits.minutes.usual),
    },
    labels: {
      title: t('topicTitle'),
      detail: t('detail'),
      priority: t('priority'),
      minutes: t('minutes'),
    },
    rules: {
      title: (text) => required('title', text, topicLimits.title),
      detail: (text) => optional('detail', text, topicLimits.detail),
    },
    draft,
  });
  const { title, detail, priority, minutes } = form.values;
  const choices = [...new Set([...someMinutes, Number(minutes)])].sort((a, b) => a - b);
  return (
    <EntryForm
      form={form}
      submit={submit}
      onSubmit={(entry) => onSend({ ...entry, minutes: Number(entry.minutes) }, form.idempotencyKey)}
    >
      <TextInput
        {...form.field('title', { required: true })}
        description={t('topicTitleHint')}
        data-autofocus
      />
      <DangerNote text={`${title}\n${detail}`} />
      <div>
        <Button variant="subtle" px={0} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('options')}
        </Button>
        <Collapse expanded={open}>
          <Stack gap="md" pt="sm">
            <Textarea {...form.field('detail')} minRows={3} />
            <NativeSelect
              {...form.field('priority')}
              data={topicPriorities.map((value) => ({ value, label: t(value) }))}
              value={priority}
              onChange={(event) => form.set({ priority: event.currentTarget.value as TopicPriority })}
            />
            <NativeSelect
              {...form.field('minutes')}
              data={choices.map((count) => ({ value: String(count), label: t('minutesN', { count }) }))}
            />
          </Stack>
        </Collapse>
      </div>
    </EntryForm>
  );
}

interface Props {
  readonly meetingId: string;
  readonly onDone: () => void;
}

export function ProposeTopic({ meetingId, onDone }: Props): ReactNode {
  const { t } = useTranslation('topics');
  const [propose] = useMutation(proposeTopic, { refetchQueries: ['Preparation'], awaitRefetchQueries: true });
  return (
    <TopicForm
      before={null}
      draft={`topic:${meetingId}`}
      submit={t('proposeDo')}
      onSend={async (topic, idempotencyKey) => {
        await propose({ variables: { input: { meetingId, idempotencyKey, ...topic } } });
        sayDone(t('proposed'));
        onDone();
      }}
    />
  );
}
