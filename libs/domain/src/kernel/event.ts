/** Something that happened, told with ids only: no words, no names, no figures. `anonymous` events carry no actor. */
export interface DomainEvent<Name extends string = string> {
  readonly name: Name;
  readonly ids: Readonly<Record<string, string>>;
  readonly anonymous?: true;
}
