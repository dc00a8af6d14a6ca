/** Notices, banners, and errors of the app itself (not of a call). */
export const notices = {
	region: 'Notices',
	'settings-set-aside': 'Your settings file could not be read. It was set aside, and the defaults are used.',
	'database-set-aside': 'The saved conversations could not be read. The file was set aside, and a new one begun.',
	'settings-not-saved': 'Your settings could not be saved.',
	path: 'The file: {{path}}',
	readOnly:
		'These conversations were saved by a newer version of Outcrop. You can read everything; nothing will be changed. Use the newer version to continue.',
	linkLost: 'The connection to the app is lost. Trying again…',
	startAgain: 'If Outcrop was closed or started again, open the new link that it printed in the terminal.',
	startFailed: 'Outcrop could not read what it needs to start.',
	error: {
		NOT_FOUND: 'That is no longer there.',
		TURN_RUNNING: 'This conversation is already being answered. Wait for it, or stop it first.',
		BODY_LOST:
			'The body that was edited by hand for this call is no longer there, and nothing else is sent in its place. Send the message again.',
		NOT_RETRYABLE: 'This answer can’t be asked for again: only the last one, when it did not end well.',
		RESULTS_NOT_TAKEN:
			'These results can’t be given: the answer waits for one result for each tool it asked for, and a result marked as JSON must be JSON.',
		TOO_MANY_TEXTS:
			'Each line is a text for a vector, and a message makes at most 100 calls. Send fewer lines at a time, or put the text between lines of --- to make it one.',
		READ_ONLY: 'Nothing can be changed: the data is from a newer version of Outcrop.',
		NOT_SAVED: 'It could not be saved. Is the disk full? Nothing was lost on the screen.',
		FORGOTTEN: 'What was captured of this call has been forgotten: only its figures are left.',
		CORRUPT: 'What was read back is not what was saved.',
		LINK: 'The app can’t be reached at the moment.',
		UNKNOWN: 'Something went wrong inside Outcrop.',
	},
} as const;
