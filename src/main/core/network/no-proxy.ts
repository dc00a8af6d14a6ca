import { BlockList, isIP } from 'node:net';

/** True for what never goes through a proxy: this machine, and the link-local addresses of metadata services. */
export function isLocal(host: string): boolean {
	const name = plainHost(host);
	if (name === 'localhost' || name.endsWith('.localhost')) return true;
	const family = isIP(name);
	return family !== 0 && local.check(name, family === 6 ? 'ipv6' : 'ipv4');
}

const local = new BlockList();
local.addSubnet('127.0.0.0', 8, 'ipv4');
local.addSubnet('169.254.0.0', 16, 'ipv4');
local.addAddress('::1', 'ipv6');
local.addAddress('fd00:ec2::254', 'ipv6');
local.addAddress('fd00:ec2::23', 'ipv6');

/**
 * True where a `NO_PROXY` list keeps a host past the proxy, read as curl does: names with all below them (a leading dot
 * or `*.` changes nothing), addresses, CIDR ranges, each with a port where it has one, and `*` for everything.
 */
export function isListed(list: string, host: string, port: number): boolean {
	const name = plainHost(host);
	return list
		.toLowerCase()
		.split(/[\s,]+/)
		.some((entry) => entry !== '' && matches(entry, name, port));
}

function matches(entry: string, name: string, port: number): boolean {
	if (entry === '*') return true;
	const [, range, bits] = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(entry) ?? [];
	if (range !== undefined) return inRange(name, range, Number(bits));
	const [, own = entry, ownPort] = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(entry) ?? [];
	if (ownPort !== undefined && Number(ownPort) !== port) return false;
	const wanted = plainHost(own).replace(/^(\*?\.)/, '');
	return name === wanted || (isIP(name) === 0 && wanted !== '' && name.endsWith(`.${wanted}`));
}

function inRange(name: string, range: string, bits: number): boolean {
	const family = isIP(range);
	if (family === 0 || isIP(name) !== family || bits > (family === 6 ? 128 : 32)) return false;
	const type = family === 6 ? 'ipv6' : 'ipv4';
	const block = new BlockList();
	block.addSubnet(range, bits, type);
	return block.check(name, type);
}

/** In lower case, without the brackets of IPv6 and a dot at the end. */
function plainHost(host: string): string {
	return host
		.toLowerCase()
		.replace(/^\[|\]$/g, '')
		.replace(/\.$/, '');
}
