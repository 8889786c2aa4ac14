// Uses the tools of @posthog/agent-toolkit as an agent would: node toolkit.mjs GATEWAY KEY
// Takes [{tool, input}, …] on standard input, and prints {tools, answers, exchanges}: the names of
// the tools that the key gives, and {text} or {error} of each use. In an input, the text
// "$answers.0.id" stands for the member id of the first answer.

import { PostHogAgentToolkit } from '@posthog/agent-toolkit/integrations/ai-sdk';
import { exchanges, redirectFetch } from './recorded-fetch.mjs';
import { readJson } from './standard-input.mjs';

const [gateway, key] = process.argv.slice(2);
redirectFetch(gateway);

const toolkit = new PostHogAgentToolkit({ posthogPersonalApiKey: key, posthogApiBaseUrl: gateway });
const tools = await toolkit.getTools();
const answers = [];

function member(path) {
    const [place, ...names] = path.split('.');
    return names.reduce((value, name) => value[name], JSON.parse(answers[place].text));
}

function filledIn(input) {
    return JSON.parse(JSON.stringify(input), (_, value) =>
        typeof value === 'string' && value.startsWith('$answers.')
            ? String(member(value.slice('$answers.'.length)))
            : value,
    );
}

async function use({ tool, input }) {
    if (!tools[tool]) {
        return { error: `the key gives no tool ${tool}` };
    }
    try {
        const checked = tools[tool].inputSchema.parse(filledIn(input));
        const answer = await tools[tool].execute(checked);
        return { text: answer.content[0].text };
    } catch (failure) {
        return { error: failure.message };
    }
}

for (const step of await readJson()) {
    answers.push(await use(step));
}
console.log(JSON.stringify({ tools: Object.keys(tools), answers, exchanges }));
