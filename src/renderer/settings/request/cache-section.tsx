import { useTranslation } from 'react-i18next';
import type { CacheSettings } from '../../../shared/model/settings.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import field from '../../ui/field.module.css';
import { OptionalChoice } from './optional-choice.tsx';
import { useRequestForm } from './request-form.ts';
import css from './section.module.css';
import { Setting } from './setting.tsx';

const noCache: CacheSettings = { system: false, tools: false, messages: false, ttl: null };

/** What is to be set for cache points; without any nothing of it is. */
function changed(cache: CacheSettings | null, patch: Partial<CacheSettings>): CacheSettings | null {
	const next = { ...(cache ?? noCache), ...patch };
	return next.system || next.tools || next.messages || next.ttl !== null ? next : null;
}

/** Whether a cache point stands after one part of a request. */
export function CachePoint({
	after,
	refusals = false,
}: {
	readonly after: 'system' | 'tools' | 'messages';
	/** Whether it is said here what is refused of cache points. */
	readonly refusals?: boolean;
}) {
	const { t } = useTranslation('request');
	const { settings, onChange } = useRequestForm();
	const { cache } = settings;
	return (
		<Setting name="cache" part={`cache.${after}`} refusals={refusals}>
			<Checkbox
				label={t(refusals ? `part.cache.${after}` : `cache.${after}`)}
				checked={cache?.[after] ?? false}
				onChange={(on) => onChange({ cache: changed(cache, { [after]: on }) })}
			/>
		</Setting>
	);
}

/** Where cache points stand, and how long what they end is kept. */
export function CacheSection() {
	const { t } = useTranslation('request');
	const { settings, onChange } = useRequestForm();
	const { cache } = settings;
	return (
		<>
			<fieldset className={css['group']}>
				<legend className={field['label']}>{t('cache.where')}</legend>
				<CachePoint after="system" />
				<CachePoint after="tools" />
				<CachePoint after="messages" />
			</fieldset>
			<Setting name="cache" part={null}>
				<OptionalChoice
					label={t('cache.ttl')}
					value={cache?.ttl ?? null}
					options={[
						{ value: '5m', label: t('cache.5m') },
						{ value: '1h', label: t('cache.1h') },
					]}
					onChange={(ttl) => onChange({ cache: changed(cache, { ttl }) })}
				/>
				<p className={field['hint']}>{t('cache.ttlHint')}</p>
			</Setting>
			<p className={field['hint']}>{t('cache.hint')}</p>
		</>
	);
}
