import { gql, type TypedDocumentNode } from '@apollo/client';
import { useMutation } from '@apollo/client/react';
import { Alert, Button, Group, List, Modal, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconHeartHandshake, IconPhone } from '@tabler/icons-react';
import { optional } from '@yoriai/domain/kernel';
import { supportLimits } from '@yoriai/domain/support';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EntryForm } from '../forms/entry-form.js';
import { useEntryForm } from '../forms/use-entry-form.js';
import type { TellOfWorryMutation, TellOfWorryMutationVariables } from '../graphql/generated/operations.js';
import { useViewer } from '../shell/viewer.js';
import { ago } from '../ui/dates.js';
import { sayDone } from '../ui/say-done.js';
import { useLanguage } from '../ui/use-language.js';
import '../words/answers-words.js';

export const tellOfWorry: TypedDocumentNode<TellOfWorryMutation, TellOfWorryMutationVariables> = gql`
  mutation TellOfWorry($input: TellOfWorryInput!) {
    tellOfWorry(input: $input)
  }
`;

interface Props {
  readonly requestId: string;
  /** The reply whose writer one worries about; null: the asker. */
  readonly replyId?: string | null;
  /** Null where they gave no name. */
  readonly name: string | null;
  /** There is a facilitator who reads this. */
  readonly canTell: boolean;
}

/** この人が心配: what to say, what not, whom to call, and quietly telling the facilitators. Nothing is blocked or reported. */
export function Worry(props: Props): ReactNode {
  const { t } = useTranslation('answers');
  const { t: common } = useTranslation();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        color="gray.7"
        fw={400}
        leftSection={<IconHeartHandshake size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('worry')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={props.name === null ? t('worryAboutUnnamed') : t('worryAbout', { name: props.name })}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Stack gap="lg">
          <Guide />
          {props.canTell && <TellFacilitators {...props} onDone={() => setOpened(false)} />}
        </Stack>
      </Modal>
    </>
  );
}

/** Peers are supporters, not crisis responders: a few sentences, and the number to call. */
function Guide(): ReactNode {
  const { t } = useTranslation('answers');
  return (
    <>
      <Alert color="brand" variant="light" title={t('callTitle')}>
        <Stack gap="sm">
          <Text>{t('callNow')}</Text>
          <Group gap="sm">
            <Button component="a" href="tel:119" leftSection={<IconPhone size={18} aria-hidden />}>
              {t('call119')}
            </Button>
            <Button component={Link} to="/help-lines" target="_blank" variant="default">
              {t('lines')}
            </Button>
          </Group>
        </Stack>
      </Alert>
      <Sentences title={t('sayTitle')} lines={[t('say1'), t('say2'), t('say3'), t('say4')]} />
      <Sentences title={t('sayNotTitle')} lines={[t('sayNot1'), t('sayNot2'), t('sayNot3')]} />
    </>
  );
}

const Sentences = ({ title, lines }: { title: string; lines: readonly string[] }): ReactNode => (
  <div>
    <Title order={3} size="h4" mb={4}>
      {title}
    </Title>
    <List spacing={4}>
      {lines.map((line) => (
        <List.Item key={line}>{line}</List.Item>
      ))}
    </List>
  </div>
);

function TellFacilitators({ requestId, replyId = null, onDone }: Props & { onDone: () => void }): ReactNode {
  const { t } = useTranslation('answers');
  const [send] = useMutation(tellOfWorry);
  const form = useEntryForm<{ note: string }>({
    initial: { note: '' },
    labels: { note: t('tellNote') },
    rules: { note: (text) => optional('note', text, supportLimits.offer) },
  });
  return (
    <Paper component="section" aria-labelledby="tell" bg="gray.0">
      <Stack gap="sm">
        <Title order={3} size="h4" id="tell">
          {t('tellTitle')}
        </Title>
        <Text size="sm">{t('tellText')}</Text>
        <EntryForm
          form={form}
          submit={t('tell')}
          onSubmit={async ({ note }) => {
            const { idempotencyKey } = form;
            await send({ variables: { input: { requestId, replyId, note: note || null, idempotencyKey } } });
            sayDone(t('told'));
            onDone();
          }}
        >
          <Textarea {...form.field('note')} minRows={2} />
        </EntryForm>
      </Stack>
    </Paper>
  );
}

interface WorriesProps {
  readonly worries: readonly {
    readonly id: string;
    readonly note: string | null;
    readonly replyId: string | null;
    readonly createdAt: string;
  }[];
}

/** What reached the facilitators, on their screens alone. */
export function Worries({ worries }: WorriesProps): ReactNode {
  const { t } = useTranslation('answers');
  const language = useLanguage();
  const { tenant } = useViewer();
  const [now] = useState(() => new Date());
  if (worries.length === 0) return null;
  return (
    <Paper component="section" aria-labelledby="worries" bg="#fff6e5">
      <Stack gap="sm">
        <Title order={2} size="h3" id="worries">
          {t('worriesTitle')}
        </Title>
        <Text size="sm">{t('worriesText')}</Text>
        <List listStyleType="none" spacing="sm">
          {worries.map(({ id, note, replyId, createdAt }) => (
            <List.Item key={id}>
              <Text style={{ whiteSpace: 'pre-wrap' }}>{note ?? t('worryPlain')}</Text>
              <Text size="xs" c="gray.7">
                {t(replyId ? 'worryOfReply' : 'worryOfAsker')} ·{' '}
                {ago(createdAt, now, tenant.timeZone, language)}
              </Text>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Paper>
  );
}
