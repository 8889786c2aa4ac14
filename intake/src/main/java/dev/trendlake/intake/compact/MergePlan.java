package dev.trendlake.intake.compact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Which files become one: the smallest ones together, as long as they stay below a size.
 *
 * @param <F> a file
 * @param merges files that become one each; a file alone is not in it
 */
record MergePlan<F>(List<List<F>> merges) {
    MergePlan {
        merges = merges.stream().map(List::copyOf).toList();
    }

    /**
     * Plans for files.
     *
     * @param largest how many bytes a file should have at most; a larger one is left as it is
     */
    static <F> MergePlan<F> of(List<F> files, ToLongFunction<F> size, long largest) {
        List<List<F>> merges = new ArrayList<>();
        List<F> present = new ArrayList<>();
        long bytes = 0;
        for (F file : files.stream().sorted(Comparator.comparingLong(size)).toList()) {
            long added = size.applyAsLong(file);
            if (bytes + added > largest) {
                merges.add(present);
                present = new ArrayList<>();
                bytes = 0;
            }
            present.add(file);
            bytes += added;
        }
        merges.add(present);
        return new MergePlan<>(merges.stream().filter(merge -> merge.size() > 1).toList());
    }
}
