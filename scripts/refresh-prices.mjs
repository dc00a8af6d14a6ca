#!/usr/bin/env node
// @ts-check
/**
 * Takes prices, context windows and limits of resources/models.json anew from the public price list, and says what became
 * another. `--from FILE` reads a list that is already here; `--date YYYY-MM-DD` says of which day it is.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PRICE_LIST_URL, refreshPrices } from './support/price-list.mjs';
import { root, tool } from './support/tools.mjs';

const { values } = parseArgs({ options: { from: { type: 'string' }, date: { type: 'string' } } });
const file = join(root, 'resources/models.json');
const day = values.date ?? new Date().toISOString().slice(0, 10);
if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`--date wants a day like 2026-11-21, not ${day}.`);

const list = JSON.parse(values.from === undefined ? await download() : readFileSync(values.from, 'utf8'));
const refreshed = refreshPrices(JSON.parse(readFileSync(file, 'utf8')), list, day);
writeFileSync(file, JSON.stringify(refreshed.catalogue, null, 2));
const [command = '', ...args] = tool('biome', 'format', '--write', file);
const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
if (status !== 0) throw new Error(`The file was written, but not formatted: ${stderr}`);

print('Changed', refreshed.changes);
print('Not in the list, left as they were', refreshed.missing);
print('In the list and not in the catalogue', refreshed.unknown);

async function download() {
	const response = await fetch(PRICE_LIST_URL);
	if (!response.ok) throw new Error(`${PRICE_LIST_URL} answered ${response.status}.`);
	return response.text();
}

/**
 * @param {string} title
 * @param {readonly string[]} lines
 */
function print(title, lines) {
	process.stdout.write(`${title}: ${lines.length}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
