package dev.trendlake.request;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trendlake.trend.Address;
import java.util.ArrayList;
import java.util.List;

/** Property filters in the wire's form, put in order: groups of groups or of properties. */
sealed interface FilterTree {

    /** A group: all of its children must hold, or any. */
    record Branch(boolean any, List<FilterTree> children) implements FilterTree {
        /** Copies the list. */
        public Branch {
            children = List.copyOf(children);
        }

        static Branch allOf(List<? extends FilterTree> children) {
            return new Branch(false, List.copyOf(children));
        }

        boolean isEmpty() {
            return children.isEmpty();
        }

        /** Itself where it holds groups, else wrapped in one (spec: trends, 4.4). */
        Branch nested() {
            boolean holdsGroups = children.stream().anyMatch(Branch.class::isInstance);
            return holdsGroups ? this : allOf(List.of(this));
        }

        /** Every property below, in order, without its groups. */
        List<Leaf> leaves() {
            List<Leaf> leaves = new ArrayList<>();
            for (FilterTree child : children) {
                switch (child) {
                    case Branch branch -> leaves.addAll(branch.leaves());
                    case Leaf leaf -> leaves.add(leaf);
                }
            }
            return leaves;
        }
    }

    /** One property, cleaned: {@code type} is set, {@code value} holds the value. */
    record Leaf(ObjectNode property, Address address) implements FilterTree {

        Field member(String name) {
            return new Field(property.path(name), address.member(name));
        }
    }
}
