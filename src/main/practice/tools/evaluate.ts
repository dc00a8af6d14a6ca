/**
 * The value of an arithmetic expression of numbers, brackets and `+ - * / % ** ^`, as Python would give it (`^` is taken for
 * a power, as people write it); null where it is none, or has no finite value.
 */
export function evaluate(expression: string): number | null {
	const tokens = expression.match(/\d+(?:\.\d+)?|\*\*|[-+*/%^()]/g) ?? [];
	let at = 0;
	const takes = (...signs: readonly string[]) => (signs.includes(tokens[at] ?? '') ? tokens[at++] : undefined);

	function sum(): number {
		let value = product();
		for (let sign = takes('+', '-'); sign !== undefined; sign = takes('+', '-')) {
			value = sign === '+' ? value + product() : value - product();
		}
		return value;
	}

	function product(): number {
		let value = signed();
		for (let sign = takes('*', '/', '%'); sign !== undefined; sign = takes('*', '/', '%')) {
			const other = signed();
			value = sign === '*' ? value * other : sign === '/' ? value / other : value - other * Math.floor(value / other);
		}
		return value;
	}

	function signed(): number {
		return takes('-') === undefined ? power() : -signed();
	}

	function power(): number {
		const base = atom();
		return takes('**', '^') === undefined ? base : base ** signed();
	}

	function atom(): number {
		if (takes('(') === undefined) return Number(tokens[at++] ?? 'NaN');
		const value = sum();
		return takes(')') === undefined ? Number.NaN : value;
	}

	const value = sum();
	return at === tokens.length && Number.isFinite(value) ? value : null;
}
