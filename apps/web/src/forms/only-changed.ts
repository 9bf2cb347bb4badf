/** What has changed in a form: an untouched box is left out, and one that was emptied is sent as null. */
export function onlyChanged<Boxes extends object>(typed: Boxes, before: Boxes): Partial<Boxes> {
  const names = (Object.keys(typed) as (keyof Boxes)[]).filter((name) => typed[name] !== before[name]);
  return Object.fromEntries(names.map((name) => [name, typed[name]])) as Partial<Boxes>;
}
