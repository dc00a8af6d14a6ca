import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Whether this machine is an EC2 instance, as its firmware says to Linux; null where it says nothing (another system, a
 * container without it). Nothing is asked over the network: on a desktop the address of the instance metadata answers
 * nobody, after a second or more.
 */
export async function isOnEc2(systemFolder: string): Promise<boolean | null> {
	const read = (path: string) => readFile(join(systemFolder, path), 'utf8').catch(() => '');
	const [vendor, asset, hypervisor] = await Promise.all([
		read('class/dmi/id/sys_vendor'),
		read('class/dmi/id/board_asset_tag'),
		read('hypervisor/uuid'),
	]);
	if (/^Amazon EC2\b/i.test(vendor) || /^i-[0-9a-f]{8,}/.test(asset) || /^ec2/i.test(hypervisor)) return true;
	return [vendor, asset, hypervisor].every((text) => text.trim() === '') ? null : false;
}
