import ipaddr from 'ipaddr.js';

/**
 * What limits count as one caller: an IPv4 address, or the /64 of one IPv6 subscriber. A caller that closed the connection before it was
 * looked at has no address, although the types of node and Fastify say otherwise: such callers count as one, ''.
 */
export function networkOf(address: string | undefined): string {
  const [plain = ''] = (address ?? '').split('%');
  if (!ipaddr.isValid(plain)) return address ?? '';
  const parsed = ipaddr.process(plain);
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : ipaddr.IPv6.networkAddressFromCIDR(`${plain}/64`).toString();
}
