export default async function serversDown() {
  for (const stop of globalThis.stopTestServers ?? []) await stop();
}
