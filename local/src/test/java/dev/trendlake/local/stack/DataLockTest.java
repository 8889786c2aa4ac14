package dev.trendlake.local.stack;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataLockTest {
    @TempDir private Path data = Path.of("");

    @Test
    void keepsASecondStackOffTheData() {
        DataLock lock = DataLock.take(data);
        assertThatThrownBy(() -> DataLock.take(data))
                .isInstanceOf(DataInUse.class)
                .hasMessageContaining("another stack is using " + data);

        lock.close();
        DataLock.take(data).close();
    }
}
