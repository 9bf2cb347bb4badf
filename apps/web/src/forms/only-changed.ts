/** What somebody has changed in a form: a box that nobody touched says nothing, and an empty one that somebody emptied says so. */
export function onlyChanged<Boxes extends object>(typed: Boxes, before: Boxes): Partial<Boxes> {
  const names = (Object.keys(typed) as (keyof Boxes)[]).filter((name) => typed[name] !== before[name]);
  return Object.fromEntries(names.map((name) => [name, typed[name]])) as Partial<Boxes>;
}
