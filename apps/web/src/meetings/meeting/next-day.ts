/** The day after `YYYY-MM-DD`. */
export function nextDay(day: string, later = 1): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + later);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
