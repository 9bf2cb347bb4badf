import { gql, type FragmentType, type TypedDocumentNode } from '@apollo/client';
import { useFragment, useMutation } from '@apollo/client/react';
import { Button, Fieldset, Group, NativeSelect, Radio, Stack, Text, TextInput } from '@mantine/core';
import { readReflection, safetyItems, type SafetyItem } from '@yoriai/domain/meetings';
import { supportTypes, type SupportType } from '@yoriai/domain/support';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangedMeanwhile, untouched, useSeen } from '../../forms/changed-meanwhile.js';
import { EntryForm } from '../../forms/entry-form.js';
import { useEntryForm } from '../../forms/use-entry-form.js';
import type {
  AnswerClosingRoundMutation,
  AnswerClosingRoundMutationVariables,
  ClosingRoundFormFragment,
} from '../../graphql/generated/operations.js';
import { DangerNote } from '../../ui/danger-note.js';
import { sayDone } from '../../ui/say-done.js';

export const closingRoundFragment: TypedDocumentNode<ClosingRoundFormFragment> = gql`
  fragment ClosingRoundForm on Meeting {
    id
    closingRound {
      open
      endsAt
      takesPart
      asksOneYearLater
      plus
      delta
      takeAway
      goal
      goalWanted
      oneYearLater
      version
      safety {
        spoke
        safe
        heard
      }
    }
  }
`;

export const answerClosingRound: TypedDocumentNode<
  AnswerClosingRoundMutation,
  AnswerClosingRoundMutationVariables
> = gql`
  mutation AnswerClosingRound($input: ClosingRoundInput!) {
    answerClosingRound(input: $input) {
      id
      ...ClosingRoundForm
    }
  }
  ${closingRoundFragment}
`;

interface Props {
  readonly meeting: FragmentType<ClosingRoundFormFragment> & { readonly id: string };
  readonly onDone: () => void;
}

type Round = NonNullable<ClosingRoundFormFragment['closingRound']>;
const points = ['1', '2', '3', '4', '5'] as const;

/** One screen, under a minute: what I take away first, everything else if one likes. */
export function AnswerClosingRound({ meeting, onDone }: Props): ReactNode {
  const { data, complete } = useFragment({
    fragment: closingRoundFragment,
    fragmentName: 'ClosingRoundForm',
    from: meeting,
  });
  if (!complete || !data.closingRound) return null;
  return <RoundForm meetingId={data.id} round={data.closingRound} onDone={onDone} />;
}

function RoundForm({
  meetingId,
  round,
  onDone,
}: {
  readonly meetingId: string;
  readonly round: Round;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('closingRound');
  const [answer] = useMutation(answerClosingRound);
  const { seen, changed, look, send } = useSeen(round);
  const form = useEntryForm({
    initial: boxesOf(round),
    labels: {
      takeAway: t('takeAway'),
      plus: t('plus'),
      delta: t('delta'),
      goal: t('goal'),
      goalWanted: t('goalSupport'),
      spoke: t('spoke'),
      safe: t('safe'),
      heard: t('heard'),
      oneYearLater: t('yearAsk'),
    },
    rules: {
      takeAway: (text) => readReflection('takeAway', text),
      plus: (text) => readReflection('plus', text),
      delta: (text) => readReflection('delta', text),
      goal: (text) => readReflection('goal', text),
    },
    draft: `closing-${meetingId}`,
  });
  const { values } = form;
  const answered = safetyItems.every((name) => values[name] !== '');
  return (
    <EntryForm
      form={form}
      submit={t('save')}
      onSubmit={async ({ takeAway, plus, delta, goal, goalWanted, spoke, safe, heard, oneYearLater }) => {
        const safety = answered ? { spoke: Number(spoke), safe: Number(safe), heard: Number(heard) } : null;
        const input = {
          meetingId,
          takeAway,
          plus,
          delta,
          goal,
          safety,
          goalWanted: goalWanted || null,
          oneYearLater: oneYearLater === '' ? null : oneYearLater === 'true',
          expectedVersion: seen.version,
          idempotencyKey: form.idempotencyKey,
        };
        await send(() => answer({ variables: { input } }));
        sayDone(t('saved'));
        onDone();
      }}
    >
      {changed && (
        <ChangedMeanwhile
          title={t('roundElsewhere')}
          now={[round.takeAway, round.goal, round.plus, round.delta].filter(Boolean).join(' / ')}
          onLook={() => {
            form.set(untouched(form.values, boxesOf(seen), boxesOf(round)));
            look();
          }}
        />
      )}
      <TextInput {...form.field('takeAway')} description={t('takeAwayHint')} />
      {round.takesPart && (
        <>
          <TextInput {...form.field('goal')} description={t('goalHint')} />
          {values.goal !== '' && (
            <NativeSelect
              {...form.field('goalWanted')}
              data={[
                { value: '', label: t('goalSupportNone') },
                ...supportTypes.map((value) => ({ value, label: t(value) })),
              ]}
            />
          )}
        </>
      )}
      <TextInput {...form.field('plus')} description={t('plusHint')} />
      <TextInput {...form.field('delta')} description={t('deltaHint')} />
      <DangerNote text={[values.takeAway, values.goal, values.plus, values.delta].join('\n')} />
      {round.takesPart && (
        <Fieldset legend={t('safetyTitle')}>
          <Stack gap="md">
            <Text size="xs" c="gray.6">
              {t('safetyHint')}
            </Text>
            {safetyItems.map((name) => (
              <Radio.Group
                key={name}
                name={name}
                label={t(name)}
                description={t('scaleHint')}
                value={values[name]}
                onChange={(value) => form.set({ [name]: value })}
              >
                <Group gap="sm" mt={4}>
                  {points.map((point) => (
                    <Radio key={point} value={point} label={point} py={10} />
                  ))}
                </Group>
              </Radio.Group>
            ))}
            {safetyItems.some((name) => values[name] !== '') && (
              <Group>
                <Button variant="subtle" px="xs" onClick={() => form.set({ spoke: '', safe: '', heard: '' })}>
                  {t('safetyClear')}
                </Button>
              </Group>
            )}
          </Stack>
        </Fieldset>
      )}
      {round.asksOneYearLater && (
        <Fieldset legend={t('yearTitle')}>
          <Radio.Group
            name="oneYearLater"
            label={t('yearAsk')}
            value={values.oneYearLater}
            onChange={(value) => form.set({ oneYearLater: value })}
          >
            <Group gap="md" mt={4}>
              <Radio value="true" label={t('yes')} py={10} />
              <Radio value="false" label={t('no')} py={10} />
            </Group>
          </Radio.Group>
        </Fieldset>
      )}
    </EntryForm>
  );
}

const boxesOf = (round: Round) => {
  const item = (name: SafetyItem): string => String(round.safety?.[name] ?? '');
  return {
    takeAway: round.takeAway ?? '',
    plus: round.plus ?? '',
    delta: round.delta ?? '',
    goal: round.goal ?? '',
    goalWanted: (round.goalWanted ?? '') as SupportType | '',
    spoke: item('spoke'),
    safe: item('safe'),
    heard: item('heard'),
    oneYearLater: String(round.oneYearLater ?? ''),
  };
};
