import type { Connection } from '../../../shared/model/connection.ts';
import type { ProfileKeys } from './aws-files.ts';

/** Which provider a profile's keys lead to, asked in the order of the SDK's `fromIni`. */
export function profileKind(keys: ProfileKeys): Connection['kind'] {
	const has = (...names: string[]): boolean => names.every((name) => keys[name] !== undefined);
	if (has('role_arn') && has('source_profile') !== has('credential_source')) return 'assume-role';
	if (has('aws_access_key_id', 'aws_secret_access_key')) return 'static';
	if (has('web_identity_token_file', 'role_arn')) return 'web-identity';
	if (has('credential_process')) return 'process';
	if (SSO_KEYS.some((name) => has(name))) return 'sso';
	return has('login_session') ? 'login' : 'none';
}

const SSO_KEYS = ['sso_start_url', 'sso_account_id', 'sso_session', 'sso_region', 'sso_role_name'];
