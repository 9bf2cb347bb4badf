import { registerEnumType } from '@nestjs/graphql';

/** The domain's list of words as a GraphQL enum. */
export function enumOf<T extends string>(name: string, values: readonly T[]): Record<T, T> {
  const type = Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
  registerEnumType(type, { name });
  return type;
}
