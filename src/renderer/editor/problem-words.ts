import type { TFunction } from 'i18next';
import type { ValueType } from '../../shared/fields/value-rule.ts';
import type { FoundType, Problem } from './check-body.ts';

type Words = TFunction<'editor'>;

/** What is wrong, in a sentence. */
export function problemWords({ facts }: Problem, t: Words): string {
	switch (facts.kind) {
		case 'syntax':
			return syntaxWords(facts.code, t);
		case 'notObject':
			return t('problem.notObject');
		case 'unknownKey':
			return facts.near === null
				? t('problem.unknownKey', { key: facts.key })
				: t('problem.unknownKeyNear', { key: facts.key, near: facts.near });
		case 'repeatedKey':
			return t('problem.repeatedKey', { key: facts.key });
		case 'missingKey':
			return t('problem.missingKey', { key: facts.key });
		case 'type':
			return t('problem.type', { types: listed(facts.types, t), found: t(`type.${facts.found}`) });
		case 'oneOnly':
			return facts.found === 0
				? t('problem.oneOnlyNone', { keys: facts.keys.join(', ') })
				: t('problem.oneOnlyMany', { found: facts.found });
		case 'notOneOf':
			return t('problem.notOneOf', { values: facts.values.join(', ') });
		case 'outOfRange':
			return rangeWords(facts.from, facts.to, t);
		case 'tooLong':
			return t('problem.tooLong', { longest: facts.longest });
		case 'pattern':
			return t('problem.pattern');
	}
}

function rangeWords(from: number | null, to: number | null, t: Words): string {
	if (from === null) return t('problem.tooLarge', { to: to ?? '' });
	return to === null ? t('problem.tooSmall', { from }) : t('problem.outOfRange', { from, to });
}

function listed(types: ReadonlyArray<ValueType | FoundType>, t: Words): string {
	return types.map((type) => t(`type.${type}`)).join(t('type.or'));
}

const SYNTAX = [
	'InvalidSymbol',
	'InvalidNumberFormat',
	'PropertyNameExpected',
	'ValueExpected',
	'ColonExpected',
	'CommaExpected',
	'CloseBraceExpected',
	'CloseBracketExpected',
	'EndOfFileExpected',
	'InvalidCommentToken',
	'UnexpectedEndOfComment',
	'UnexpectedEndOfString',
	'UnexpectedEndOfNumber',
	'InvalidUnicode',
	'InvalidEscapeCharacter',
	'InvalidCharacter',
] as const;

function syntaxWords(code: string, t: Words): string {
	return t(`syntax.${SYNTAX.find((known) => known === code) ?? 'other'}`);
}
