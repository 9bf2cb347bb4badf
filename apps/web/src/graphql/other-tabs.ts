const name = 'yoriai:session';

/** A member has signed in or out in this tab: the other tabs check whose page they show. */
export function tellOtherTabs(): void {
  if (typeof BroadcastChannel === 'undefined') return;
  const channel = new BroadcastChannel(name);
  channel.postMessage('changed');
  channel.close();
}

/** Answers with what ends the listening. */
export function hearOtherTabs(look: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(name);
  channel.onmessage = look;
  return () => channel.close();
}
