import { expect, test } from 'vitest';
import { connectionDefaults } from '../../../../src/main/core/credentials/connection-defaults.ts';

const files = {
	profiles: {
		default: { region: 'us-east-2', endpoint_url: 'http://default.test', ca_bundle: '/default.pem' },
		plain: { region: 'eu-west-1', ca_bundle: '' },
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

test('a chosen profile’s region goes before the environment’s; its endpoint does not', () => {
	const environment = { AWS_REGION: 'sa-east-1', AWS_ENDPOINT_URL: 'http://all.test' };
	expect(of('profile:plain', environment)).toEqual(['eu-west-1', 'http://all.test']);
	expect(of('profile:gateway', environment)).toEqual(['sa-east-1', 'http://all.test']);
	expect(of('environment', environment)).toEqual(['sa-east-1', 'http://all.test']);
});

test('the service’s own variable goes before the general one', () => {
	const both = { AWS_ENDPOINT_URL: 'http://all.test', AWS_ENDPOINT_URL_BEDROCK_RUNTIME: 'http://one.test' };
	expect(of('profile:plain', both)).toEqual(['eu-west-1', 'http://one.test']);
	expect(of('profile:plain', { ...both, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' })).toEqual(['eu-west-1', null]);
	expect(of('profile:gateway', { AWS_DEFAULT_REGION: 'us-east-1' })).toEqual([null, 'http://gateway.test']);
});

test('the environment belongs to the process’s profile', () => {
	expect(of('environment')).toEqual(['us-east-2', 'http://default.test']);
	expect(of('environment', { AWS_PROFILE: 'plain' })).toEqual(['eu-west-1', null]);
});

test('where the region comes from is told', () => {
	const from = (connection: string, environment: Record<string, string> = {}) => {
		const { region, regionFrom } = connectionDefaults(connection, files, { environment });
		return [region, regionFrom];
	};
	expect(from('profile:plain')).toEqual(['eu-west-1', 'profile']);
	expect(from('profile:plain', { AWS_REGION: 'sa-east-1' })).toEqual(['eu-west-1', 'profile']);
	expect(from('profile:gateway', { AWS_REGION: 'sa-east-1' })).toEqual(['sa-east-1', 'environment']);
	expect(from('container', { AWS_PROFILE: 'plain', AWS_REGION: 'sa-east-1' })).toEqual(['sa-east-1', 'environment']);
	expect(from('profile:gateway')).toEqual([null, null]);
	expect(from('api-key', { AWS_PROFILE: 'plain' })).toEqual(['eu-west-1', 'profile']);
	expect(from('container', { AWS_PROFILE: 'gateway' })).toEqual([null, null]);
});

test('each service has an endpoint of its own', () => {
	const own = {
		profiles: { work: { services: 'own', endpoint_url: 'http://all.test' } },
		services: { own: { 'sts.endpoint_url': 'http://sts.test', 'sso_oidc.endpoint_url': 'http://oidc.test' } },
	};
	const endpoints = (environment: Record<string, string>) =>
		(['sts', 'sso', 'sso_oidc', 'bedrock', 'bedrock_runtime'] as const).map(
			(service) => connectionDefaults('profile:work', own, { environment }, service).endpoint,
		);
	expect(endpoints({})).toEqual([
		'http://sts.test',
		'http://all.test',
		'http://oidc.test',
		'http://all.test',
		'http://all.test',
	]);
	expect(
		endpoints({ AWS_ENDPOINT_URL_SSO: 'http://sso.test', AWS_ENDPOINT_URL_BEDROCK: 'http://bedrock.test' }),
	).toEqual(['http://sts.test', 'http://sso.test', 'http://oidc.test', 'http://bedrock.test', 'http://all.test']);
});

test('FIPS and dual stack are taken from both', () => {
	expect(connectionDefaults('profile:fips', files, { environment: {} })).toMatchObject({ fips: true, dualStack: true });
	expect(connectionDefaults('profile:fips', files, { environment: { AWS_USE_FIPS_ENDPOINT: 'false' } })).toMatchObject({
		fips: false,
		dualStack: true,
	});
});

test('a CA bundle is that of the profile, and of the environment’s profile for what is no profile', () => {
	const caBundle = (connection: string, environment: Record<string, string> = {}) =>
		connectionDefaults(connection, files, { environment }).caBundle;
	expect(caBundle('profile:default')).toBe('/default.pem');
	expect(caBundle('profile:plain')).toBeNull();
	expect(caBundle('environment')).toBe('/default.pem');
	expect(caBundle('environment', { AWS_PROFILE: 'plain' })).toBeNull();
});
