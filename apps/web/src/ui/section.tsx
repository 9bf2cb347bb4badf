import { Paper, Stack, Title } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** The address leads straight here, as the mails' way to the settings does. */
  readonly arrived?: boolean;
  readonly children: ReactNode;
}

export function Section({ title, arrived = false, children }: Props): ReactNode {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived) heading.current?.focus();
  }, [arrived]);
  return (
    <Paper component="section" aria-labelledby={id}>
      <Stack gap="md">
        <Title order={2} id={id} ref={heading} tabIndex={-1} style={{ outline: 'none', scrollMarginTop: 80 }}>
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
