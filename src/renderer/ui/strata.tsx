import css from './strata.module.css';

/** The mark beside words which say that something is waited for. */
export function Strata() {
	return (
		<span className={css['strata']} aria-hidden>
			<i />
			<i />
			<i />
		</span>
	);
}
