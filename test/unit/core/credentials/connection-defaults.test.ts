import { expect, test } from 'vitest';
import { connectionDefaults } from '../../../../src/main/core/credentials/connection-defaults.ts';

const files = {
	profiles: {
		default: { region: 'us-east-2', endpoint_url: 'http://default.test' },
		plain: { region: 'eu-west-1' },
		gateway: { endpoint_url: 'http://gateway.test' },
		serviced: { services: 'local', endpoint_url: 'http://gateway.test' },
		ignoring: { endpoint_url: 'http://gateway.test', ignore_configured_endpoint_urls: 'true' },
		fips: { use_fips_endpoint: 'true', use_dualstack_endpoint: 'true' },
	},
	services: { local: { 'bedrock_runtime.endpoint_url': 'http://service.test' } },
	sessions: {},
};

function of(connection: string, environment: Record<string, string> = {}) {
	const { region, endpoint } = connectionDefaults(connection, files, { environment });
	return [region, endpoint];
}

test('a profile brings its own region and endpoint, never another’s', () => {
	expect(of('profile:plain')).toEqual(['eu-west-1', null]);
	expect(of('profile:gateway')).toEqual([null, 'http://gateway.test']);
	expect(of('profile:serviced')).toEqual([null, 'http://service.test']);
	expect(of('profile:ignoring')).toEqual([null, null]);
	expect(of('profile:nowhere')).toEqual([null, null]);
	expect(of('profile:constructor')).toEqual([null, null]);
});

test('the environment goes before the profile, the service’s own variable before the general one', () => {
	expect(of('profile:gateway', { AWS_REGION: 'sa-east-1', AWS_ENDPOINT_URL: 'http://all.test' })).toEqual([
		'sa-east-1',
		'http://all.test',
	]);
	const both = { AWS_ENDPOINT_URL: 'http://all.test', AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'http://one.test' };
	expect(of('profile:plain', both)).toEqual(['eu-west-1', 'http://one.test']);
	expect(of('profile:plain', { ...both, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' })).toEqual(['eu-west-1', null]);
	expect(of('profile:gateway', { AWS_DEFAULT_REGION: 'us-east-1' })).toEqual([null, 'http://gateway.test']);
});

test('the environment belongs to the process’s profile', () => {
	expect(of('environment')).toEqual(['us-east-2', 'http://default.test']);
	expect(of('environment', { AWS_PROFILE: 'plain' })).toEqual(['eu-west-1', null]);
});

test('FIPS and dual stack are taken from both', () => {
	expect(connectionDefaults('profile:fips', files, { environment: {} })).toMatchObject({ fips: true, dualStack: true });
	expect(connectionDefaults('profile:fips', files, { environment: { AWS_USE_FIPS_ENDPOINT: 'false' } })).toMatchObject({
		fips: false,
		dualStack: true,
	});
});
