import ipaddr from 'ipaddr.js';

/**
 * What limits count as one requester: an IPv4 address, or the /64 that one IPv6 subscriber has. A caller that hung up before it was
 * looked at has no address any more, whatever the types of node and Fastify say: such callers count as one, ''.
 */
export function networkOf(address: string | undefined): string {
  const [plain = ''] = (address ?? '').split('%');
  if (!ipaddr.isValid(plain)) return address ?? '';
  const parsed = ipaddr.process(plain);
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : ipaddr.IPv6.networkAddressFromCIDR(`${plain}/64`).toString();
}
