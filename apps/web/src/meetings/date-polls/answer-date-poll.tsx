import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { describeDate, pollAnswers, specialDay } from '@yoriai/domain/meetings';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  AnswerDatePollMutation,
  AnswerDatePollMutationVariables,
  PollAnswer,
  PollOptionsFragment,
} from '../../graphql/generated/operations.js';
import { ErrorText } from '../../ui/error-text.js';
import { PersonName } from '../../ui/person-name.js';
import { useLanguage } from '../../ui/use-language.js';
import type { Language } from '../../words/i18n.js';

export const pollOptionsFragment: TypedDocumentNode<PollOptionsFragment> = gql`
  fragment PollOptions on DatePoll {
    id
    answeredByViewer
    answeredCount
    options {
      id
      date
      startsAtLocal
      timeZone
      yes
      ifNeedBe
      no
      best
      chosen
      viewerAnswer
      answers {
        answer
        member {
          id
          displayName
          kana
        }
      }
    }
    viewerCan {
      answer
      run
    }
  }
`;

export const answerDatePoll: TypedDocumentNode<AnswerDatePollMutation, AnswerDatePollMutationVariables> = gql`
  mutation AnswerDatePoll($input: AnswerDatePollInput!) {
    answerDatePoll(input: $input) {
      id
      ...PollOptions
    }
  }
  ${pollOptionsFragment}
`;

const marks = { YES: '〇', IF_NEED_BE: '△', NO: '×' } as const;

/** 2026年12月9日(水) 19:00, or the day alone. */
export const whenText = (
  { date, startsAtLocal }: { date: string; startsAtLocal?: string | null },
  language: Language,
): string =>
  [describeDate(date, language), startsAtLocal?.slice(11)]
    .filter(Boolean)
    .join(language === 'ja' ? ' ' : ', ');

interface Props {
  readonly poll: FragmentType<PollOptionsFragment> & { readonly id: string };
  /** The element beside an option for the facilitator who decides. */
  readonly choose?: (option: PollOptionsFragment['options'][number]) => ReactNode;
}

/** Each option with its count and, while answers are taken, three buttons: one tap answers. */
export function AnswerDatePoll({ poll, choose }: Props): ReactNode {
  const { t } = useTranslation('datePolls');
  const { t: meetings } = useTranslation('meetings');
  const language = useLanguage();
  const { data, complete } = useFragment({
    fragment: pollOptionsFragment,
    fragmentName: 'PollOptions',
    from: poll,
  });
  const [send, { loading, error }] = useMutation(answerDatePoll);
  const [tapped, setTapped] = useState('');
  if (!complete) return null;
  const { id: pollId, options, viewerCan } = data;
  const give = (optionId: string, answer: PollAnswer): void => {
    if (loading) return;
    setTapped(`${optionId}${answer}`);
    void send({ variables: { input: { pollId, answers: [{ optionId, answer }] } } }).catch(() => undefined);
  };
  return (
    <Stack gap="md">
      {viewerCan.answer && (
        <Text>
          {t('answerAsk')} {t('voteCounts')}
        </Text>
      )}
      {options.map((option) => {
        const { id, date, yes, ifNeedBe, no, viewerAnswer, answers } = option;
        const when = whenText(option, language);
        const holiday = specialDay(date);
        return (
          <Paper key={id} component="section" aria-label={when}>
            <Stack gap="sm">
              <Group justify="space-between" gap="xs">
                <div>
                  <Title order={2} size="h3">
                    {when}
                  </Title>
                  <Group gap="xs">
                    {option.chosen && <Badge color="success">{t('chosen')}</Badge>}
                    {option.best && !option.chosen && (
                      <Badge variant="light" c="brand.9">
                        {t('best')}
                      </Badge>
                    )}
                    {holiday && (
                      <Badge color="attention" variant="light" c="attention.8">
                        {meetings('holiday', { name: holiday.name[language] })}
                      </Badge>
                    )}
                  </Group>
                </div>
                <Text aria-label={t('countsInWords', { yes, ifNeedBe, no })} role="img">
                  {t('counts', { yes, ifNeedBe, no })}
                </Text>
              </Group>
              {viewerCan.answer && (
                <Group gap="sm" grow role="group" aria-label={when}>
                  {pollAnswers.map((answer) => (
                    <Button
                      key={answer}
                      px={4}
                      variant={viewerAnswer === answer ? 'filled' : 'default'}
                      aria-pressed={viewerAnswer === answer}
                      aria-label={t('answerOn', { date: when, answer: t(answer) })}
                      loading={loading && tapped === `${id}${answer}`}
                      onClick={() => give(id, answer)}
                    >
                      {marks[answer]} {t(answer)}
                    </Button>
                  ))}
                </Group>
              )}
              {answers.length > 0 && (
                <details>
                  <summary style={{ minHeight: 44, paddingBlock: 10, cursor: 'pointer' }}>
                    {t('whoAnswered')}
                  </summary>
                  <Stack component="ul" gap={4} p={0} m={0} style={{ listStyle: 'none' }}>
                    {answers.map(({ answer, member }) => (
                      <li key={member.id}>
                        {marks[answer]} <PersonName {...member} polite />
                      </li>
                    ))}
                  </Stack>
                </details>
              )}
              {choose?.(option)}
            </Stack>
          </Paper>
        );
      })}
      <Text role="status" c="gray.6" size="xs">
        {data.answeredByViewer && viewerCan.answer
          ? t('allAnswered')
          : t('answered', { count: data.answeredCount })}
      </Text>
      {error && <ErrorText error={error} />}
    </Stack>
  );
}
