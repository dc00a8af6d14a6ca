import { CloudCog } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { isJson } from '../../../shared/answers/can-continue.ts';
import type { ServiceToolBlock } from '../../../shared/model/content.ts';
import { JsonText } from './json-text.tsx';
import css from './tool-card.module.css';
import { ToolResult } from './tool-card.tsx';

interface Props {
	readonly block: ServiceToolBlock;
	/** Its result may still come. */
	readonly growing: boolean;
}

/** A tool that the service ran by itself: what the model gave it, and what it gave back. */
export const ServiceTool = memo(function ServiceTool({ block, growing }: Props) {
	const { t } = useTranslation('blocks');
	const { id, name, input, result } = block;
	const state = result !== null ? 'ran' : growing ? 'running' : 'noResult';
	const format = result !== null && isJson(result.text) ? 'json' : 'text';
	return (
		<section className={css['card']} aria-label={t('tool.card', { name })} data-service-tool={name}>
			<header className={css['head']}>
				<CloudCog size={14} strokeWidth={1.7} aria-hidden />
				<h3>{name}</h3>
				<span className={css['state']}>{t(`service.${state}`)}</span>
			</header>
			<div className={css['part']}>
				<JsonText text={input} label={t('tool.inputOf', { name })} growing={false} />
			</div>
			{result !== null && (
				<ToolResult name={name} result={{ type: 'tool-result', toolUseId: id, ...result, format, by: 'built-in' }} />
			)}
		</section>
	);
});
