/** One HTTP request to practice and its response, byte for byte, told when it is over. */
export interface PracticeExchange {
	readonly method: string;
	/** Path and query as on the request line. */
	readonly rawPath: string;
	readonly httpVersion: '1.1' | '2';
	/** As sent, in order; with HTTP/1.1 in the sender's own spelling. */
	readonly requestHeaders: readonly (readonly [string, string])[];
	readonly requestBody: Uint8Array;
	/** The request id that the response told, which the SDK has as `$metadata.requestId`. */
	readonly requestId: string;
	/** null: the connection ended before a response began. */
	readonly status: number | null;
	/** The body of the response as far as it was handed to the socket. */
	readonly responseBody: Uint8Array;
	/** False when the response was broken off, by a fault or by the client. */
	readonly complete: boolean;
}

export type ExchangeListener = (exchange: PracticeExchange) => void;
