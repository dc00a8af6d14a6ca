/** An inference profile as an account would have made it, invented for practice. */
export interface ApplicationProfile {
	/** Twelve characters, as AWS makes them. */
	readonly id: string;
	readonly name: string;
	readonly description: string;
	readonly modelId: string;
	/** What it was made from: the nearest system profile with its regions, or the model in one region. */
	readonly from: 'system-profile' | 'model';
}

/** The application profiles of the practice account, the same in every region. */
export const applicationProfiles: readonly ApplicationProfile[] = [
	{
		id: 'practice0001',
		name: 'practice-study-group',
		description: 'Invented for practice: Claude Haiku 4.5 in several regions, to tell what a study group costs.',
		modelId: 'anthropic.claude-haiku-4-5-20251001-v1:0',
		from: 'system-profile',
	},
	{
		id: 'practice0002',
		name: 'practice-one-region',
		description: 'Invented for practice: Nova Lite in one region, to tell what a project costs.',
		modelId: 'amazon.nova-lite-v1:0',
		from: 'model',
	},
];

/** The application profile of an id, or null. */
export function findApplicationProfile(id: string): ApplicationProfile | null {
	return applicationProfiles.find((profile) => profile.id === id) ?? null;
}
