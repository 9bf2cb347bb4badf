import { ApolloProvider } from '@apollo/client/react';
import { MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import { clientFor } from './graphql/client.js';
import { router } from './router.js';
import { theme } from './ui/theme.js';

/** Outside a tenant the client without a slug answers; each tenant's pages bring their own. */
export function App(): ReactNode {
  return (
    <MantineProvider theme={theme} forceColorScheme="light">
      <ApolloProvider client={clientFor(null)}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </MantineProvider>
  );
}
