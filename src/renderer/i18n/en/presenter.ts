/** Presenter mode: the switch, the sign that it is on, and what is masked. */
export const presenter = {
	title: 'Presenter mode',
	on: 'On',
	off: 'Off',
	hint: 'For a projector: larger type, and account IDs, ARNs, key IDs, names of profiles and users, and hosts are masked everywhere, in copies and exports too. The same value always gets the same mask. What you type stays as you type it until it is sent or saved. Shortcut: {{shortcut}}',
	end: 'Presenter mode is on. End it',
	loses:
		'Something that you wrote is too long to be kept when presenter mode is switched. Send it first, or it will be gone.',
	anyway: 'Switch anyway',
	masked: 'masked',
	maskedHint: 'Masked for presenting, by as many bytes: lengths and places are true, a hash is not shown',
} as const;
