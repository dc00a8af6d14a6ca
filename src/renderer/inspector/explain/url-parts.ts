/** A piece of a request's URL; `part` is its name in the dictionary's shape `RequestUrl`, null between two. */
export interface UrlPart {
	readonly part: 'scheme' | 'host' | 'port' | 'basePath' | 'modelId' | 'action' | null;
	readonly text: string;
}

const parts =
	/^(?<scheme>[a-z]+)(?<a>:\/\/)(?<host>\[[^\]]*\]|[^/:]*)(?<b>:?)(?<port>\d*)(?<basePath>\/.*?)??(?<c>\/model\/)(?<modelId>[^/]*)(?<d>\/)(?<action>[a-z-]+)$/i;

/**
 * The URL of a call of a model in its pieces, which joined are the URL as it stands: parsing it would rewrite some of it.
 * `whole` false: from its path on. One piece where it is no such URL.
 */
export function urlParts(url: string, whole: boolean): readonly UrlPart[] {
	const found = parts.exec(url)?.groups;
	if (found === undefined) {
		return [{ part: null, text: whole ? url : url.replace(/^[a-z]+:\/\/[^/]*/i, '') || '/' }];
	}
	const piece = (part: UrlPart['part'], group: string): UrlPart => ({ part, text: found[group] ?? '' });
	const named = (part: NonNullable<UrlPart['part']>): UrlPart => piece(part, part);
	const machine = [named('scheme'), piece(null, 'a'), named('host'), piece(null, 'b'), named('port')];
	const path = [named('basePath'), piece(null, 'c'), named('modelId'), piece(null, 'd'), named('action')];
	return [...(whole ? machine : []), ...path].filter(({ text }) => text !== '');
}
