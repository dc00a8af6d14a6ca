import { Toast } from '@base-ui/react/toast';

/** Short messages that come and go. Anything may add one. */
export const toasts = Toast.createToastManager();
