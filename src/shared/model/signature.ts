import { z } from 'zod';

/**
 * How a request was signed (AWS Signature Version 4), made again by the app from the request as it went out, and compared
 * with the signature in it. Secrets are cut out: the session token's value, all but both ends of the key id, all but four
 * characters of the signature.
 */
export const requestSignature = z.object({
	/** `AWS4-HMAC-SHA256`. */
	algorithm: z.string(),
	accessKeyId: z.string(),
	/** `20261120/us-east-1/bedrock/aws4_request`. */
	scope: z.string(),
	/** Lower-case names in their order. */
	signedHeaders: z.array(z.string()),
	/** The first characters of the signature that was sent. */
	signature: z.string(),
	canonicalRequest: z.string(),
	/** Its last line is the hash of the canonical request with nothing cut out. */
	stringToSign: z.string(),
	/** Whether the signature that the app works out is the one that was sent. */
	matches: z.boolean(),
});
export type RequestSignature = z.infer<typeof requestSignature>;
