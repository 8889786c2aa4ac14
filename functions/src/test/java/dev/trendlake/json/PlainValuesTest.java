package dev.trendlake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainValuesTest {
    @Test
    void writesWhatJsonHasAFormFor() {
        List<Object> values =
                List.of("a", true, 1, 1L << 40, 0.5, BigInteger.TWO, new BigDecimal("10.0"));
        assertThat(JsonTree.write(PlainValues.tree(Map.of("list", values))))
                .isEqualTo("{\"list\":[\"a\",true,1,1099511627776,0.5,2,10.0]}");
    }

    @Test
    void refusesWhatItHasNone() {
        assertThatThrownBy(() -> PlainValues.tree(List.of(Optional.empty())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
