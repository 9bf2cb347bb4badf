import ipaddr from 'ipaddr.js';

/** What limits count as one requester: an IPv4 address, or the /64 that whoever has IPv6 has to themselves. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!ipaddr.isValid(plain)) return address;
  const parsed = ipaddr.process(plain);
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : ipaddr.IPv6.networkAddressFromCIDR(`${plain}/64`).toString();
}
