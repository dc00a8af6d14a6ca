// @ts-check

/**
 * How long the page's main thread worked for something, milliseconds: what else the machine does counts little.
 * @param {import('@playwright/test').Page} tab
 * @param {() => Promise<unknown>} run
 * @returns {Promise<number>}
 */
export async function processorTime(tab, run) {
	const session = await tab.context().newCDPSession(tab);
	await session.send('Performance.enable');
	const threadTime = async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		return metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN;
	};
	const before = await threadTime();
	await run();
	const seconds = (await threadTime()) - before;
	await session.detach();
	return seconds * 1000;
}
