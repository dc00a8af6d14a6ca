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

const file = join(root, 'resources/models.json');

try {
	const { values } = parseArgs({ options: { from: { type: 'string' }, date: { type: 'string' } } });
	const day = values.date ?? new Date().toISOString().slice(0, 10);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new Error(`--date wants a day like 2026-11-21, not ${day}.`);
	await refresh(values.from, day);
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
	process.exitCode = 1;
}

/**
 * @param {string | undefined} from
 * @param {string} day
 */
async function refresh(from, day) {
	const text = from === undefined ? await download(PRICE_LIST_URL) : readFileSync(from, 'utf8');
	const before = JSON.parse(readFileSync(file, 'utf8'));
	const refreshed = refreshPrices(before, parsed(text, from ?? PRICE_LIST_URL), day);
	const catalogue = from === undefined ? await withAwsPrices(refreshed.catalogue, day) : refreshed.catalogue;
	writeFileSync(file, JSON.stringify(catalogue, null, 2));
	const [command = '', ...args] = tool('biome', 'format', '--write', file);
	const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`The file was written, but not formatted: ${stderr}`);

	print('Changed', allDifferences(before, catalogue));
	print('Not in the list, left as they were', refreshed.missing);
	print('In the list and not in the catalogue', refreshed.unknown);
}

/**
 * @param {import('./support/price-list.mjs').Catalogue} catalogue
 * @param {string} day
 */
async function withAwsPrices(catalogue, day) {
	/** @type {Map<string, { publicationDate?: string }[]>} */
	const lists = new Map();
	for (const region of awsRegions) {
		const urls = awsPriceUrls(region);
		lists.set(region, await Promise.all(urls.map(async (url) => parsed(await download(url), url))));
	}
	const days = [...lists.values()].flat().map(({ publicationDate }) => publicationDate?.slice(0, 10) ?? day);
	return refreshFromAws(catalogue, lists, days.toSorted()[0] ?? day);
}

/** @param {string} url */
async function download(url) {
	const response = await fetch(url).catch((/** @type {Error} */ error) => {
		const why = error.cause instanceof Error ? error.cause.message : error.message;
		throw new Error(`${url} could not be read: ${why}. Nothing was changed. --from FILE reads a list that is here.`);
	});
	if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
	return response.text();
}

/**
 * @param {string} text
 * @param {string} from
 */
function parsed(text, from) {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw new Error(`${from} is no JSON: ${error instanceof Error ? error.message : error}. Nothing was changed.`);
	}
}

/**
 * @param {string} title
 * @param {readonly string[]} lines
 */
function print(title, lines) {
	process.stdout.write(`${title}: ${lines.length}\n${lines.map((line) => `  ${line}\n`).join('')}`);
}
