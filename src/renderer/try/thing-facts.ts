import type { TFunction } from 'i18next';
import { assertNever } from '../../shared/assert-never.ts';
import { findModel, profilePrefix } from '../../shared/catalogue.ts';
import { PRACTICE } from '../../shared/model/connection.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { defaultRequestSettings, withPatch } from '../../shared/model/settings.ts';
import type { Theme, Thing, ThingId } from './things-to-try.ts';
import { thingsToTry } from './things-to-try.ts';

/** The texts that tell of things to try. */
export type TryWords = TFunction<['tries', 'request']>;

/** The subjects, in their order. */
export const themes = Object.keys(thingsToTry) as readonly Theme[];

/** What belongs to a subject, in its order. */
export function thingsOf(theme: Theme): readonly (readonly [ThingId, Thing])[] {
	return Object.entries(thingsToTry[theme]) as readonly [ThingId, Thing][];
}

/** The settings of a request that tries something: what the app itself begins with, changed by what it takes. */
export function settingsFor(id: ThingId, { set = {} }: Thing, t: TryWords): RequestSettings {
	const system = id === 'cache' ? longSystem(t) : '';
	return withPatch(defaultRequestSettings, { ...set, connection: PRACTICE, system });
}

/** Some 1,500 tokens: Claude's caches take no less than 1,024 of most models (bedrock-facts.md, 3). */
function longSystem(t: TryWords): string {
	return Array.from({ length: 80 }, (_, index) => t('systemLine', { number: index + 1 })).join('\n');
}

/** What is set for something to be tried, each in a few words: `Max tokens: 20`. */
export function needsOf(id: ThingId, thing: Thing, t: TryWords): readonly string[] {
	const settings = settingsFor(id, thing, t);
	const set = thing.set ?? {};
	const named = (name: keyof typeof set, value: string | number) =>
		t('need', { name: t(`request:setting.${name}`), value });
	const words = (Object.keys(set) as (keyof typeof set)[]).flatMap((name): string | readonly string[] => {
		switch (name) {
			case 'modelId':
				return named(name, calledWord(settings.modelId));
			case 'operation':
				return settings.operation;
			case 'maxTokens':
			case 'temperature':
			case 'topP':
			case 'toolRounds':
				return named(name, settings[name] ?? '');
			case 'stopSequences':
				return named(name, settings.stopSequences.join(' '));
			case 'systemTools':
				return named(name, settings.systemTools.join(', '));
			case 'tools':
				return named(name, settings.tools.map((tool) => tool.name).join(', '));
			case 'toolChoice':
				return named(name, settings.toolChoice?.type ?? '');
			case 'reasoning':
				return named(name, reasoningWords(settings, t));
			case 'outputSchema':
				return named(name, settings.outputSchema?.name ?? '');
			case 'guardrail':
				return named(name, settings.guardrail?.identifier ?? '');
			case 'cache':
				return named(name, t('request:cache.system'));
			case 'promptVariables':
				return named(
					name,
					Object.entries(settings.promptVariables)
						.map(([variable, value]) => `${variable} = ${value}`)
						.join(', '),
				);
			case 'citations':
				return named(name, t('on'));
			default:
				return [];
		}
	});
	const file = thing.file === undefined ? [] : [t(`file.${thing.file}`)];
	return [...words, ...(settings.system === '' ? [] : [t('request:setting.system')]), ...file].flat();
}

/** A model in a word; an id that can't be called as it is stands for itself. */
function calledWord(id: string): string {
	const model = findModel(id);
	const callable = model !== null && (model.onDemand || profilePrefix(id) !== null);
	return callable ? model.name : id;
}

function reasoningWords({ reasoning }: RequestSettings, t: TryWords): string {
	if (reasoning === null) return '';
	switch (reasoning.mode) {
		case 'budget':
			return `${t('request:thinking.budget')} ${reasoning.budgetTokens}`;
		case 'adaptive':
			return [
				t('request:thinking.adaptive'),
				reasoning.display === null ? [] : t(`request:thinking.${reasoning.display}`),
			]
				.flat()
				.join(', ');
		case 'disabled':
			return t('request:thinking.disabled');
		default:
			return assertNever(reasoning);
	}
}
