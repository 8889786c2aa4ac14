package dev.trendlake.aws.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** DynamoDB's own spelling of plain values. */
final class Values {
    private static final int MOST_KEY_BYTES = 1_024;

    private Values() {}

    /** Whether a text can be the second part of an item's key, which has 1 to 1,024 bytes. */
    static boolean fitsInKey(String text) {
        return !text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= MOST_KEY_BYTES;
    }

    static AttributeValue text(String text) {
        return AttributeValue.fromS(text);
    }

    static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    static AttributeValue truth(boolean truth) {
        return AttributeValue.fromBool(truth);
    }

    static AttributeValue bytes(byte[] bytes) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(bytes));
    }

    static AttributeValue texts(List<String> texts) {
        return AttributeValue.fromL(texts.stream().map(Values::text).toList());
    }

    static AttributeValue numbers(List<Long> numbers) {
        return AttributeValue.fromL(numbers.stream().map(Values::number).toList());
    }

    static AttributeValue map(Map<String, AttributeValue> values) {
        return AttributeValue.fromM(values);
    }
}
