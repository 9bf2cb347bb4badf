import ipaddr from 'ipaddr.js';

/**
 * What limits count as one requester: an IPv4 address, or the /64 that whoever has IPv6 has to themselves. Whoever hung up before they were
 * looked at has no address any more, whatever the types of node and Fastify say: they count as one, ''.
 */
export function networkOf(address: string | undefined): string {
  const [plain = ''] = (address ?? '').split('%');
  if (!ipaddr.isValid(plain)) return address ?? '';
  const parsed = ipaddr.process(plain);
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : ipaddr.IPv6.networkAddressFromCIDR(`${plain}/64`).toString();
}
