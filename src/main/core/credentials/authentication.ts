/** Keys for one call. Secret: handed to the SDK and to nothing else. */
export interface Credentials {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly sessionToken?: string;
	readonly expiration?: Date;
}

/** How requests are authenticated: signed with keys, or with a Bedrock API key. */
export type Authentication =
	| { readonly type: 'keys'; readonly credentials: Credentials }
	| { readonly type: 'bearer'; readonly token: string };
