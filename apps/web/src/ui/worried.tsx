import { Alert, Button, Group, List, Modal, Stack, Text, Title } from '@mantine/core';
import { IconHeartHandshake, IconPhone } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface Props {
  /** Null where they gave no name. */
  readonly name: string | null;
  /** More that one can do about it, below. */
  readonly children?: (onDone: () => void) => ReactNode;
}

/** この人が心配, beside what people write of themselves: what to say, what not, whom to call. Nothing is blocked or reported. */
export function Worried({ name, children }: Props): ReactNode {
  const { t } = useTranslation('danger');
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
        title={name === null ? t('worryAboutUnnamed') : t('worryAbout', { name })}
        closeButtonProps={{ 'aria-label': common('close') }}
      >
        <Stack gap="lg">
          <Guide />
          {children?.(() => setOpened(false))}
        </Stack>
      </Modal>
    </>
  );
}

/** Peers are supporters, not crisis responders: a few sentences, and the number to call. */
function Guide(): ReactNode {
  const { t } = useTranslation('danger');
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
