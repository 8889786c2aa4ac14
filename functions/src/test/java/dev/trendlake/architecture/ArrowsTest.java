package dev.trendlake.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between packages: each may know those named here, itself, and no other of ours. */
class ArrowsTest {
    private static final String ROOT = "dev.trendlake";

    private static final Map<String, Set<String>> MAY_KNOW =
            Map.ofEntries(
                    knows("error"),
                    knows("json"),
                    knows("sql"),
                    knows("trend", "error"),
                    knows("project", "trend"),
                    knows("hogql.grammar"),
                    knows("hogql", "hogql.grammar", "sql", "project", "trend", "error"),
                    knows("formula", "trend", "error"),
                    knows("engine", "sql", "error"),
                    knows("plan", "sql", "hogql", "project", "trend", "error"),
                    knows("cache", "engine", "project", "trend", "error"),
                    knows("http", "json", "error"),
                    knows("access", "http", "project", "error"),
                    knows("capture", "http", "engine", "error"),
                    knows("request", "json", "formula", "hogql", "trend", "project", "error"),
                    knows(
                            "answer", "json", "formula", "engine", "plan", "project", "trend",
                            "error"),
                    knows(
                            "trends", "cache", "merge", "plan", "engine", "answer", "project",
                            "trend", "error"),
                    knows("merge", "json", "cache", "plan", "engine", "project", "trend", "error"),
                    knows(
                            "warm", "cache", "trends", "plan", "engine", "request", "http",
                            "project", "trend", "error"),
                    knows("lake", "plan", "engine", "sql", "project", "error"),
                    knows("aws.athena", "engine", "sql", "error"),
                    knows(
                            "aws.dynamodb",
                            "access",
                            "cache",
                            "capture",
                            "engine",
                            "lake",
                            "project",
                            "warm",
                            "error"),
                    knows("aws.firehose", "capture", "engine"),
                    knows("aws.s3", "cache", "engine", "lake", "project", "error"));

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(ROOT);

    static Stream<Map.Entry<String, Set<String>>> arrows() {
        return MAY_KNOW.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void knowsOnlyPackagesThatItMayKnow(Map.Entry<String, Set<String>> arrow) {
        String[] allowed =
                Stream.concat(Stream.of(arrow.getKey()), arrow.getValue().stream())
                        .map(name -> ROOT + "." + name)
                        .toArray(String[]::new);

        classes()
                .that()
                .resideInAPackage(ROOT + "." + arrow.getKey())
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed).or(not(resideInAPackage(ROOT + ".."))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void hasAnArrowForEveryPackageButTheDoors() {
        assertThat(CLASSES.getPackage(ROOT).getSubpackagesInTree())
                .filteredOn(found -> !found.getClasses().isEmpty())
                .extracting(JavaPackage::getName)
                .map(name -> name.substring(ROOT.length() + 1))
                .filteredOn(name -> !name.equals("function"))
                .isSubsetOf(MAY_KNOW.keySet());
    }

    @Test
    void keepsTheAwsSdkToAdaptersAndDoors() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + ".aws..", ROOT + ".function..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..", "org.crac..")
                .check(CLASSES);
    }

    @Test
    void readsClockAndEnvironmentInTheDoorsOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".function..")
                .should()
                .accessTargetWhere(SurroundingsRead.ANY)
                .check(CLASSES);
    }

    @Test
    void hasNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    private static Map.Entry<String, Set<String>> knows(String name, String... others) {
        return Map.entry(name, Arrays.stream(others).collect(Collectors.toUnmodifiableSet()));
    }
}
