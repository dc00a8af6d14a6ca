import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { NetworkSettings } from '../../../shared/model/app-settings.ts';
import type { HttpProxy } from './http-proxy.ts';
import { ForwardingAgent, POOL, TunnellingAgent } from './proxied-agents.ts';
import type { Trust } from './trust.ts';

/** Agents that keep their connections, one for each way out. */
export interface AgentPool {
	agent(protocol: string, proxy: HttpProxy | null, trust: Trust): HttpAgent;
	/** For what is on this machine. */
	direct(protocol: string): HttpAgent;
	/**
	 * Lets go of the agents for other settings, and of those for what the same file said before: their requests end as they
	 * would, their connections then.
	 */
	retireOthers(network: NetworkSettings, trust: Trust): void;
	/** Ends every connection. */
	close(): void;
}

/** @param connectLimit milliseconds until a connection through a proxy must be open, asked for each. */
export function createAgentPool(connectLimit: () => number): AgentPool {
	const direct = { http: new HttpAgent({ ...POOL }), https: new HttpsAgent({ ...POOL }) };
	const agents = new Map<string, { readonly agent: HttpAgent; readonly trust: Trust }>();
	const retired = new Set<HttpAgent>();
	const trusted = new Map<string | null, string>();
	let current = '';

	function make(protocol: string, proxy: HttpProxy | null, trust: Trust): HttpAgent {
		if (protocol !== 'https:') return proxy === null ? direct.http : new ForwardingAgent(proxy, trust);
		if (proxy !== null) return new TunnellingAgent(proxy, trust, connectLimit);
		return new HttpsAgent({ ...POOL, secureContext: trust.context() });
	}

	function retire(agent: HttpAgent): void {
		agent.maxFreeSockets = 0;
		for (const sockets of Object.values(agent.freeSockets)) for (const socket of sockets ?? []) socket.destroy();
		for (const other of retired) if (Object.keys(other.sockets).length === 0) retired.delete(other);
		retired.add(agent);
	}

	return {
		agent(protocol, proxy, trust) {
			const key = JSON.stringify([protocol, proxy?.url ?? null, trust.key]);
			const known = agents.get(key) ?? { agent: make(protocol, proxy, trust), trust };
			agents.set(key, known);
			return known.agent;
		},
		direct: (protocol) => (protocol === 'https:' ? direct.https : direct.http),
		retireOthers(network, trust) {
			const next = JSON.stringify(network);
			const changed = next !== current;
			if (changed) trusted.clear();
			current = next;
			trusted.set(trust.file, trust.key);
			const keys = new Set(trusted.values());
			for (const [key, { agent, trust: other }] of agents) {
				if (!changed && keys.has(other.key)) continue;
				agents.delete(key);
				if (agent !== direct.http) retire(agent);
			}
		},
		close() {
			for (const agent of [direct.http, direct.https, ...retired]) agent.destroy();
			for (const { agent } of agents.values()) agent.destroy();
		},
	};
}
