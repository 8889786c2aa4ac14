// Sends what a client fetches to the gateway, whatever host the client insists on, and keeps what
// came back for those who hold it against the API's document.

export const exchanges = [];

export function redirectFetch(gateway) {
    const original = globalThis.fetch;
    globalThis.fetch = async (target, options = {}) => {
        const asked = new URL(target);
        const url = gateway + asked.href.slice(asked.origin.length);
        const response = await original(url, options);
        exchanges.push({
            method: options.method ?? 'GET',
            target: url.slice(gateway.length),
            status: response.status,
            contentType: response.headers.get('content-type') ?? '',
            body: await response.clone().text(),
        });
        return response;
    };
}
