#!/usr/bin/env node
// @ts-check
/**
 * Takes prices, context windows and limits of resources/models.json anew from LiteLLM's public list, then the prices that
 * AWS's own lists have, and says what became another. `--from FILE` reads a list of LiteLLM's that is already here, and
 * nothing else; `--date YYYY-MM-DD` says of which day it is.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { awsPriceUrls, awsRegions, refreshFromAws } from './support/aws-price-list.mjs';
import { allDifferences, PRICE_LIST_URL, refreshPrices } from './support/price-list.mjs';
import { root, tool } from './support/tools.mjs';

const { values } = parseArgs({ options: { from: { type: 'string' }, date: { type: 'string' } } });
const file = join(root, 'resources/models.json');
const day = values.date ?? new Date().toISOString().slice(0, 10);
if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`--date wants a day like 2026-11-21, not ${day}.`);

const list = JSON.parse(values.from === undefined ? await download(PRICE_LIST_URL) : readFileSync(values.from, 'utf8'));
const before = JSON.parse(readFileSync(file, 'utf8'));
const refreshed = refreshPrices(before, list, day);
const catalogue = values.from === undefined ? await withAwsPrices(refreshed.catalogue) : refreshed.catalogue;
writeFileSync(file, JSON.stringify(catalogue, null, 2));
const [command = '', ...args] = tool('biome', 'format', '--write', file);
const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
if (status !== 0) throw new Error(`The file was written, but not formatted: ${stderr}`);

print('Changed', allDifferences(before, catalogue));
print('Not in the list, left as they were', refreshed.missing);
print('In the list and not in the catalogue', refreshed.unknown);

/** @param {import('./support/price-list.mjs').Catalogue} catalogue */
async function withAwsPrices(catalogue) {
	/** @type {Map<string, { publicationDate?: string }[]>} */
	const lists = new Map();
	for (const region of awsRegions) {
		lists.set(
			region,
			(await Promise.all(awsPriceUrls(region).map(download))).map((text) => JSON.parse(text)),
		);
	}
	const days = [...lists.values()].flat().map(({ publicationDate }) => publicationDate?.slice(0, 10) ?? day);
	return refreshFromAws(catalogue, lists, days.toSorted()[0] ?? day);
}

/** @param {string} url */
async function download(url) {
	const response = await fetch(url);
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	return response.text();
}

/**
 * @param {string} title
 * @param {readonly string[]} lines
 */
function print(title, lines) {
	process.stdout.write(`${title}: ${lines.length}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
