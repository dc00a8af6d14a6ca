import type { ShapeTable } from '../field-shape.ts';
import { apiKeyPage, sigv4ElementsPage, sigv4RequestPage } from './pages.ts';

/** The parts of AWS Signature Version 4, and of a bearer token. */
export const signatureShapes = {
	Signature: {
		docs: sigv4RequestPage,
		fields: {
			authorization: { docs: sigv4ElementsPage, of: 'Authorization' },
			credential: { docs: sigv4ElementsPage, of: 'Credential' },
			canonicalRequest: { of: 'CanonicalRequest' },
			stringToSign: { of: 'StringToSign' },
			signingKey: { of: 'SigningKey' },
			matches: { docs: null },
		},
	},
	Authorization: {
		docs: sigv4ElementsPage,
		fields: {
			algorithm: { limits: 'sigv4Algorithm' },
			credential: { text: 'Signature.credential', of: 'Credential' },
			signedHeaders: {},
			signature: { unit: 'hex' },
			bearer: { docs: apiKeyPage },
		},
	},
	Credential: {
		docs: sigv4ElementsPage,
		fields: {
			accessKeyId: {},
			date: { unit: 'date' },
			region: {},
			service: { limits: 'bedrockService' },
			terminator: { limits: 'aws4Request' },
		},
	},
	CanonicalRequest: {
		docs: sigv4RequestPage,
		fields: {
			method: {},
			path: {},
			query: {},
			headers: {},
			blank: {},
			signedHeaders: {},
			payloadHash: { unit: 'hex' },
		},
	},
	StringToSign: {
		docs: sigv4RequestPage,
		fields: {
			algorithm: { limits: 'sigv4Algorithm' },
			dateTime: { unit: 'dateTime', limits: 'clockSkew' },
			scope: {},
			requestHash: { unit: 'hex' },
		},
	},
	SigningKey: {
		docs: sigv4RequestPage,
		fields: {
			secret: {},
			date: {},
			region: {},
			service: {},
			signing: {},
			signature: {},
		},
	},
} as const satisfies ShapeTable;
