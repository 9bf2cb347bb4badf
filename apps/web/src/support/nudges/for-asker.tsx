import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ForAskerFragment } from '../../graphql/generated/operations.js';
import { AskSecondPerson } from './ask-second-person.js';
import { KeepSupportRequestOpen } from './keep-support-request-open.js';

interface Props {
  readonly requestId: string;
  readonly forAsker: ForAskerFragment['forAsker'];
  /** The buttons that end it otherwise: resolving and withdrawing. */
  readonly ways: ReactNode;
}

/** What only the asker sees: that we are sorry, and the kind question whether it goes on. */
export function ForAsker({ requestId, forAsker, ways }: Props): ReactNode {
  return (
    <div role="status">
      <Stack gap="md">
        {forAsker?.waitedLong && <AskSecondPerson requestId={requestId} {...forAsker} />}
        {forAsker?.askedIfOpen && <KeepSupportRequestOpen requestId={requestId} ways={ways} />}
      </Stack>
    </div>
  );
}
