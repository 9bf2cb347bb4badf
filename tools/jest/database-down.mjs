export default async function databaseDown() {
  for (const stop of globalThis.stopTestServers ?? []) await stop();
}
