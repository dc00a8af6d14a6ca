import type { FailureCode } from '../model/failure.ts';

/**
 * What an error's own words say: the action, the resource, the limit. Texts as they stand there, for filling into the
 * words of an explanation.
 */
export interface Facts {
	/** IAM action (`bedrock:InvokeModel`). */
	readonly action?: string;
	/** ARN that the action was refused on, and the region in it. */
	readonly resource?: string;
	readonly resourceRegion?: string;
	/** ARN of who called, its short form (`role/dev`), and the account's number in it. */
	readonly principalArn?: string;
	readonly principal?: string;
	readonly account?: string;
	/** The permission set of IAM Identity Center that the caller's role is made from: the role itself can't be changed. */
	readonly permissionSet?: string;
	/** ARN of the policy, where AWS names it. */
	readonly policyArn?: string;
	readonly model?: string;
	readonly region?: string;
	readonly host?: string;
	/** "try again in N minutes" */
	readonly minutes?: string;
	readonly days?: string;
	/** The most that is taken, and what was given. */
	readonly limit?: string;
	readonly given?: string;
	/** The parameter, member or key that it is about. */
	readonly field?: string;
	/** What kind of block or file it is about (`document`, `tool_use`). */
	readonly kind?: string;
	/** Where that belongs: the name of a body, or of an object in one. */
	readonly home?: string;
	/** Where in the messages, as AWS writes it (`messages.1.content.0`). */
	readonly at?: string;
	/** What does not fit, in the words of the schema's check. */
	readonly detail?: string;
	readonly profile?: string;
	readonly command?: string;
	/** An https address in the error's words. */
	readonly link?: string;
}

/** An error by what is known of it: its type (or name), its words, and the operating system's or TLS's code. */
export interface Signs {
	readonly type: string;
	readonly message: string;
	readonly systemCode: string | null;
}

/**
 * A code by its signs. Words are compared in plain form (see `plainWords`); named groups become facts. Everything that is
 * given must match.
 */
export interface Rule {
	readonly code: FailureCode;
	readonly type?: RegExp;
	readonly words?: RegExp;
	readonly system?: RegExp;
}
