// Asks one question with @typelytics/posthog: node typelytics.mjs GATEWAY KEY PROJECT
// Takes {series: [{name, …}], filters: [{…}], options: {…}} on standard input, and prints
// {chart, exchanges} or {error, exchanges}.

import typelytics from '@typelytics/posthog';
import { exchanges, redirectFetch } from './recorded-fetch.mjs';
import { readJson } from './standard-input.mjs';

const [gateway, apiKey, projectId] = process.argv.slice(2);
redirectFetch(gateway);

const question = await readJson();
let query = new typelytics.PostHog({ host: 'posthog.example', apiKey, projectId, events: {} }).query();
for (const { name, ...series } of question.series) {
    query = query.addSeries(name, series);
}
for (const filter of question.filters ?? []) {
    query = query.addFilterGroup(filter);
}
try {
    const chart = await query.execute(question.options);
    console.log(JSON.stringify({ chart, exchanges }));
} catch (failure) {
    console.log(JSON.stringify({ error: failure.message, exchanges }));
}
