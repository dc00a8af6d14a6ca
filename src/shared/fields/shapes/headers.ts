import type { ShapeTable } from '../field-shape.ts';
import {
	bedrockEndpointsPage,
	commonErrorsPage,
	httpField,
	invokePage,
	requestIdPage,
	retryPage,
	runtimeActionsPage,
	runtimePage,
	sigv4ElementsPage,
	sigv4RequestPage,
	transferEncodingPage,
	xrayPage,
} from './pages.ts';

/** The request’s address, and the HTTP headers of both directions. Header names are lower-case here. */
export const headersShapes = {
	RequestUrl: {
		docs: bedrockEndpointsPage,
		fields: {
			method: { docs: invokePage },
			scheme: {},
			host: {},
			port: {},
			basePath: {},
			modelId: { limits: 'upTo2048Characters', docs: runtimePage('Converse') },
			action: { docs: runtimeActionsPage },
		},
	},
	RequestHeaders: {
		docs: null,
		fields: {
			host: { docs: httpField('host') },
			':authority': { text: 'RequestHeaders.authority', docs: httpField('host') },
			'content-type': {
				text: 'RequestHeaders.contentType',
				limits: 'jsonContentType',
				docs: httpField('content-type'),
			},
			'content-length': {
				text: 'RequestHeaders.contentLength',
				unit: 'bytes',
				limits: 'bodySize',
				docs: httpField('content-length'),
			},
			accept: { limits: 'jsonContentType', docs: runtimePage('InvokeModel') },
			connection: { docs: httpField('connection') },
			'user-agent': { text: 'RequestHeaders.userAgent', docs: httpField('user-agent') },
			'x-amz-user-agent': { text: 'RequestHeaders.amzUserAgent', docs: null },
			'amz-sdk-invocation-id': { text: 'RequestHeaders.invocationId', docs: retryPage },
			'amz-sdk-request': { text: 'RequestHeaders.sdkRequest', docs: retryPage },
			'x-amz-date': { text: 'RequestHeaders.amzDate', unit: 'dateTime', limits: 'clockSkew', docs: sigv4ElementsPage },
			'x-amz-content-sha256': { text: 'RequestHeaders.contentSha256', unit: 'hex', docs: sigv4RequestPage },
			'x-amz-security-token': { text: 'RequestHeaders.securityToken', docs: sigv4ElementsPage },
			authorization: { docs: sigv4ElementsPage },
			'x-amzn-trace-id': { text: 'RequestHeaders.traceId', docs: xrayPage },
			'x-amzn-bedrock-accept': {
				text: 'RequestHeaders.bedrockAccept',
				limits: 'jsonContentType',
				docs: runtimePage('InvokeModelWithResponseStream'),
			},
			'x-amzn-bedrock-trace': {
				text: 'RequestHeaders.bedrockTrace',
				limits: 'invokeTrace',
				docs: runtimePage('InvokeModel'),
			},
			'x-amzn-bedrock-guardrailidentifier': {
				text: 'RequestHeaders.guardrailIdentifier',
				limits: 'upTo2048Characters',
				docs: runtimePage('InvokeModel'),
			},
			'x-amzn-bedrock-guardrailversion': {
				text: 'RequestHeaders.guardrailVersion',
				limits: 'guardrailVersion',
				docs: runtimePage('InvokeModel'),
			},
			'x-amzn-bedrock-performanceconfig-latency': {
				text: 'RequestHeaders.performanceLatency',
				limits: 'latency',
				docs: runtimePage('InvokeModel'),
			},
			'x-amzn-bedrock-service-tier': {
				text: 'RequestHeaders.serviceTier',
				limits: 'serviceTier',
				docs: runtimePage('InvokeModel'),
			},
			'x-amzn-bedrock-request-metadata': {
				text: 'RequestHeaders.requestMetadata',
				unit: 'json',
				docs: runtimePage('InvokeModel'),
			},
			'transfer-encoding': { text: 'RequestHeaders.transferEncoding', docs: transferEncodingPage },
		},
	},
	ResponseHeaders: {
		docs: null,
		fields: {
			date: { docs: httpField('date') },
			'content-type': { text: 'ResponseHeaders.contentType', docs: httpField('content-type') },
			'content-length': { text: 'ResponseHeaders.contentLength', unit: 'bytes', docs: httpField('content-length') },
			'transfer-encoding': { text: 'ResponseHeaders.transferEncoding', docs: transferEncodingPage },
			connection: { docs: httpField('connection') },
			'keep-alive': { text: 'ResponseHeaders.keepAlive', docs: null },
			'x-amzn-requestid': { text: 'ResponseHeaders.requestId', docs: requestIdPage },
			'x-amzn-errortype': { text: 'ResponseHeaders.errorType', docs: commonErrorsPage },
			'retry-after': { text: 'ResponseHeaders.retryAfter', unit: 'seconds', docs: httpField('retry-after') },
			'x-amz-retry-after': { text: 'ResponseHeaders.amzRetryAfter', unit: 'milliseconds', docs: retryPage },
			'x-amzn-bedrock-input-token-count': { text: 'ResponseHeaders.inputTokenCount', unit: 'tokens', docs: invokePage },
			'x-amzn-bedrock-output-token-count': {
				text: 'ResponseHeaders.outputTokenCount',
				unit: 'tokens',
				docs: invokePage,
			},
			'x-amzn-bedrock-invocation-latency': {
				text: 'ResponseHeaders.invocationLatency',
				unit: 'milliseconds',
				docs: invokePage,
			},
			'x-amzn-bedrock-cache-read-input-token-count': {
				text: 'ResponseHeaders.cacheReadTokenCount',
				unit: 'tokens',
				docs: invokePage,
			},
			'x-amzn-bedrock-cache-write-input-token-count': {
				text: 'ResponseHeaders.cacheWriteTokenCount',
				unit: 'tokens',
				docs: invokePage,
			},
			'x-amzn-bedrock-content-type': {
				text: 'ResponseHeaders.bedrockContentType',
				docs: runtimePage('InvokeModelWithResponseStream'),
			},
			'x-amzn-bedrock-performanceconfig-latency': {
				text: 'ResponseHeaders.performanceLatency',
				limits: 'latency',
				docs: runtimePage('InvokeModel'),
			},
			'x-amzn-bedrock-service-tier': {
				text: 'ResponseHeaders.serviceTier',
				limits: 'serviceTier',
				docs: runtimePage('InvokeModel'),
			},
			location: { docs: httpField('location') },
			server: { docs: httpField('server') },
			via: { docs: httpField('via') },
		},
	},
} as const satisfies ShapeTable;
