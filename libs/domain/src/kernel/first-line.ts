/** The beginning of a text, in one line of at most 60 characters. */
export function firstLine(text: string): string {
  const characters = [...(text.split('\n', 1)[0] ?? '')];
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : characters.join('');
}
