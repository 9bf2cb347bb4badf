import { useMutation } from '@apollo/client/react';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sayDone } from '../../ui/say-done.js';
import { TakeBack } from '../../ui/take-back.js';
import { writeStrengths, type RoundToWrite } from './write-strengths.js';

/** The writer's own lines without a name that wait for two others; each can be taken back until it is shown. */
export function HeldStrengths({ round }: { round: RoundToWrite }): ReactNode {
  const { t } = useTranslation('strengths');
  const id = useId();
  const [send] = useMutation(writeStrengths, {
    refetchQueries: ['GroupStrengths'],
    awaitRefetchQueries: true,
  });
  const held = round.peers.filter(({ text }) => text !== '');
  if (held.length === 0) return null;
  const takeBack = async (memberId: string, expectedVersion: number): Promise<void> => {
    const lines = [{ memberId, text: '', expectedVersion }];
    await send({ variables: { input: { roundId: round.id, lines } } });
    sayDone(t('heldTakenBack'));
  };
  return (
    <Stack gap="md" component="section" aria-labelledby={id}>
      <div>
        <Title order={2} size="h3" id={id}>
          {t('held')}
        </Title>
        <Text size="sm" c="gray.7">
          {t('heldHint')}
        </Text>
      </div>
      {held.map(({ member, text, version }) => (
        <Paper key={member.id} component="article">
          <Stack gap="xs" align="flex-start">
            <Text size="sm" fw={700}>
              {t('lineAbout', { name: member.displayName })}
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Text>
            <TakeBack
              label={t('heldTakeBack')}
              title={t('heldTakeBackTitle')}
              ask={t('heldTakeBackAsk', { name: member.displayName })}
              onConfirm={() => takeBack(member.id, version)}
            />
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}
