const devices = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android.*Mobile/, 'Android'],
  [/Android/, 'Android (tablet)'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
] as const;
const browsers = [
  [/Line\//, 'LINE'],
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/FxiOS|Firefox\//, 'Firefox'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/CriOS|Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;

/** Browsers describe themselves in less. */
const longest = 400;

/** A browser's own description of itself as people would call it: `iPhone / Safari`. */
export function deviceOf(description: string): string {
  const userAgent = description.slice(0, longest);
  const named = (of: readonly (readonly [RegExp, string])[]) =>
    of.find(([pattern]) => pattern.test(userAgent))?.[1];
  return (
    [named(devices), named(browsers)].filter(Boolean).join(' / ') ||
    userAgent.replace(/\p{Cc}/gu, '').slice(0, 60) ||
    '—'
  );
}
