import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from './check-body.ts';
import css from './editor-dialog.module.css';
import { problemWords } from './problem-words.ts';

interface Props {
	/** null: nobody has looked yet. */
	readonly problems: readonly Problem[] | null;
	readonly text: string;
	/** False: nobody has looked. */
	readonly checked: boolean;
	readonly onReveal: (problem: Problem) => void;
}

/** What is wrong with the body, each with its place; pressed, the place is shown. */
export function ProblemList({ problems, text, checked, onReveal }: Props) {
	const { t } = useTranslation('editor');
	const places = useMemo(() => placesOf(text, problems ?? []), [text, problems]);
	if (!checked) return null;
	if (problems === null) return <section className={css['problems']} aria-label={t('problems')} />;
	const refused = problems.filter((problem) => problem.refused).length;
	const unusual = problems.length - refused;
	return (
		<section className={css['problems']} aria-label={t('problems')}>
			<p className={css['verdict']} role="status" data-refused={refused > 0}>
				{problems.length === 0 ? (
					<>
						<CircleCheck size={14} strokeWidth={1.6} aria-hidden />
						{t('noProblems')}
					</>
				) : (
					<>
						{refused > 0 ? (
							<CircleAlert size={14} strokeWidth={1.6} aria-hidden />
						) : (
							<TriangleAlert size={14} strokeWidth={1.6} aria-hidden />
						)}
						{[
							...(refused > 0 ? [t('problemCount', { count: refused })] : []),
							...(unusual > 0 ? [t('warningCount', { count: unusual })] : []),
						].join(' · ')}
					</>
				)}
			</p>
			{problems.length > 0 && (
				<ul>
					{problems.map((problem, index) => {
						const { line, column } = places[index] ?? { line: 1, column: 1 };
						const words = problemWords(problem, t);
						return (
							<li key={`${problem.from} ${words}`}>
								<button type="button" data-refused={problem.refused} onClick={() => onReveal(problem)}>
									<span aria-hidden>
										{line}:{column}
									</span>
									<span className="visually-hidden">{t('place', { line, column })}: </span>
									{problem.path.length > 0 && (
										<span className={css['where']} title={pathWords(problem.path)}>
											{pathWords(problem.path)}
										</span>
									)}
									<span>{words}</span>
								</button>
							</li>
						);
					})}
				</ul>
			)}
		</section>
	);
}

function pathWords(path: Problem['path']): string {
	return path.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at > 0 ? '.' : ''}${step}`)).join('');
}

/** Lines and columns of problems, which come in the order of the text: it is walked through once, and may be long. */
function placesOf(text: string, problems: readonly Problem[]): ReadonlyArray<{ line: number; column: number }> {
	let [line, start] = [1, 0];
	return problems.map(({ from }) => {
		for (let end = text.indexOf('\n', start); end >= 0 && end < from; end = text.indexOf('\n', start)) {
			line += 1;
			start = end + 1;
		}
		return { line, column: from - start + 1 };
	});
}
