import { ApiKeyDialog } from './api-key-dialog.tsx';
import { MfaDialog } from './mfa-dialog.tsx';
import { SignInDialog } from './sign-in-dialog.tsx';
import { WhoAmIDialog } from './who-am-i-dialog.tsx';

/** Every dialog about a way in. What is asked for over another one stands above it. */
export function AccessDialogs() {
	return (
		<>
			<ApiKeyDialog />
			<WhoAmIDialog />
			<SignInDialog />
			<MfaDialog />
		</>
	);
}
