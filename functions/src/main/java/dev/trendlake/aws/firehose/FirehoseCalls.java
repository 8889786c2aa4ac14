package dev.trendlake.aws.firehose;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;

/**
 * The one call of Firehose that is needed, by its JSON protocol: the SDK's client of Firehose would
 * bring 1 MB of classes for it. Signed by the SDK's signer.
 *
 * @param endpoint where Firehose is
 * @param region the name of its region
 */
public record FirehoseCalls(
        SdkHttpClient http, URI endpoint, String region, AwsCredentialsProvider credentials) {
    private static final String SERVICE = "firehose";
    private static final String TARGET = "Firehose_20150804.";
    private static final String JSON = "application/x-amz-json-1.1";

    /**
     * What Firehose answers.
     *
     * @param status the HTTP status
     * @param body JSON, or nothing that is
     */
    record Answer(int status, String body) {}

    /** Makes a call. */
    Answer call(String operation, JsonNode input) throws IOException {
        byte[] body = input.toString().getBytes(StandardCharsets.UTF_8);
        SdkHttpRequest request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(endpoint)
                        .putHeader("Content-Type", JSON)
                        .putHeader("Content-Length", Integer.toString(body.length))
                        .putHeader("X-Amz-Target", TARGET + operation)
                        .build();
        return answer(signed(request, ContentStreamProvider.fromByteArray(body)));
    }

    private SignedRequest signed(SdkHttpRequest request, ContentStreamProvider body) {
        return AwsV4HttpSigner.create()
                .sign(unsigned ->
                        unsigned.identity(credentials.resolveCredentials())
                                .request(request)
                                .payload(body)
                                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    }

    private Answer answer(SignedRequest signed) throws IOException {
        HttpExecuteRequest.Builder request = HttpExecuteRequest.builder().request(signed.request());
        signed.payload().ifPresent(request::contentStreamProvider);
        HttpExecuteResponse response = http.prepareRequest(request.build()).call();
        return new Answer(response.httpResponse().statusCode(), text(response));
    }

    private static String text(HttpExecuteResponse response) throws IOException {
        try (InputStream body =
                response.responseBody().orElseGet(() -> AbortableInputStream.createEmpty())) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
