// Sends a thousand events of two hundred people with posthog-node: node posthog-node.mjs GATEWAY TOKEN
// Takes {day} on standard input, the UTC day on which they happen, and prints {flushedAt, sent, errors}: the
// milliseconds since 1970 at which all was sent, how many messages that were, and what the SDK complains of.

import { PostHog } from 'posthog-node';
import { readJson } from './standard-input.mjs';

const [host, token] = process.argv.slice(2);
const { day } = await readJson();
const at = (minute) => new Date(Date.parse(`${day}T08:00:00Z`) + minute * 60_000);

const client = new PostHog(token, { host, flushAt: 50, flushInterval: 1000 });
const errors = [];
let sent = 0;
client.on('error', (error) => errors.push(String(error)));

const capture = (message) => {
    sent++;
    client.capture(message);
};

for (let number = 0; number < 200; number++) {
    const anonymous = `anon-${number}`;
    const user = `user-${number}`;
    for (let view = 0; view < 2; view++) {
        capture({
            distinctId: anonymous,
            event: 'page viewed',
            properties: { path: `/page/${view}`, $browser: number % 4 ? 'Chrome' : 'Firefox' },
            timestamp: at(view),
        });
    }
    sent += 2;
    client.alias({ distinctId: user, alias: anonymous });
    client.identify({ distinctId: user, properties: { plan: number % 2 ? 'pro' : 'free' } });
    for (let order = 0; order < 3; order++) {
        capture({
            distinctId: user,
            event: 'order placed',
            properties: { amount: number + 0.5 },
            groups: { company: `company-${number % 10}` },
            timestamp: at(10 + order),
        });
    }
}
for (let company = 0; company < 10; company++) {
    sent++;
    client.groupIdentify({
        groupType: 'company',
        groupKey: `company-${company}`,
        properties: { size: company < 3 ? 'small' : 'large' },
    });
}
await client.shutdown();
console.log(JSON.stringify({ flushedAt: Date.now(), sent, errors }));
