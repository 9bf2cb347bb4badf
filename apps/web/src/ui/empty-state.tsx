import { Paper, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** One sentence on what will appear here, and one action. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }): ReactNode {
  return (
    <Paper py="xl">
      <Stack align="center" gap="md">
        <Text c="gray.6" ta="center">
          {children}
        </Text>
        {action}
      </Stack>
    </Paper>
  );
}
