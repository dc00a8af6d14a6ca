import { formatJson } from '../../../shared/json-format.ts';

/** The worker of `pretty-json.ts`: gets one text, answers with the laid out one. */
addEventListener('message', (event: MessageEvent<string>) => {
	postMessage(formatJson(event.data));
});
