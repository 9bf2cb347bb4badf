import { gql, type TypedDocumentNode } from '@apollo/client';
import { Button, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ConsoleSpeakMutation,
  ConsoleSpeakMutationVariables,
  Presence,
} from '../../graphql/generated/operations.js';
import { useServerTime } from '../../graphql/server-clock.js';
import { spokenBy, type Speech } from './console-taps.js';
import { digits } from './meeting-clock.js';
import { consoleFragment } from './run-meeting.js';

interface Props {
  readonly attendees: readonly {
    readonly member: { readonly id: string; readonly displayName: string };
    readonly presence: Presence | null;
  }[];
  readonly speeches: ReadonlyMap<string, Speech>;
  readonly onTap: (memberId: string | null) => void;
}

/** One tap per speaker, in the order of the group and never by length. Only the console has it. */
export function MarkSpeaker({ attendees, speeches, onTap }: Props): ReactNode {
  const { t } = useTranslation('console');
  const now = useServerTime();
  const there = attendees.filter(
    ({ member, presence }) => presence === 'PRESENT' || presence === 'ONLINE' || speeches.has(member.id),
  );
  return (
    <Paper component="section" aria-labelledby="speaking">
      <Stack gap="sm">
        <Title order={2} size="h3" id="speaking">
          {t('speaking')}
        </Title>
        <Text size="xs" c="gray.6">
          {t(there.length > 0 ? 'speakingHint' : 'noneMarked')}
        </Text>
        <SimpleGrid cols={2} spacing="sm">
          {there.map(({ member }) => {
            const speech = speeches.get(member.id);
            const speaks = Boolean(speech?.since);
            return (
              <Button
                key={member.id}
                h="auto"
                mih={64}
                py={6}
                px="xs"
                variant={speaks ? 'filled' : 'default'}
                aria-pressed={speaks}
                aria-label={t(speaks ? 'stopsSpeaking' : 'startsSpeaking', { name: member.displayName })}
                onClick={() => onTap(speaks ? null : member.id)}
              >
                <span>
                  {member.displayName}
                  <br />
                  <Text span size="xs" style={{ fontVariantNumeric: 'tabular-nums' }}>
                    {speech ? digits(spokenBy(speech, now)) : '–'}
                  </Text>
                </span>
              </Button>
            );
          })}
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}

export const markSpeaker: TypedDocumentNode<ConsoleSpeakMutation, ConsoleSpeakMutationVariables> = gql`
  mutation ConsoleSpeak($input: MarkSpeakerInput!) {
    markSpeaker(input: $input) {
      id
      ...Console
    }
  }
  ${consoleFragment}
`;
