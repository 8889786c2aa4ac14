package dev.trendlake.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The arrows between the packages of the intake: each may know those named here, itself, and no
 * other of ours. Each rule fails when an arrow is taken away, or when it is asked of those that it
 * is not for.
 */
class IntakeArrowsTest {
    private static final String ROOT = "dev.trendlake";
    private static final String INTAKE = ROOT + ".intake";

    private static final Map<String, Set<String>> MAY_KNOW =
            Map.of(
                    "intake.json",
                    Set.of(),
                    "intake.source",
                    Set.of("intake.json"),
                    "intake.lake",
                    Set.of("lake", "project"),
                    "intake.load",
                    Set.of(
                            "intake.json",
                            "intake.source",
                            "intake.lake",
                            "lake",
                            "project",
                            "aws.dynamodb"),
                    "intake.compact",
                    Set.of("intake.lake", "intake.load", "lake", "project", "aws.dynamodb"),
                    "intake.imports",
                    Set.of("intake.source", "intake.load", "project", "aws.dynamodb", "error"),
                    "intake.captured",
                    Set.of("intake.source", "intake.lake", "intake.load", "intake.imports"));

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(INTAKE);

    private static final ArchRule DYNAMODB_IN_ITS_ADAPTERS =
            noClasses()
                    .that()
                    .haveNameNotMatching(".*[.]Dynamo[^.]*")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("software.amazon.awssdk.services.dynamodb..");

    private static final ArchRule NO_AWS =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("software.amazon..", "com.amazonaws..", "org.crac..");

    private static final ArchRule NO_SURROUNDINGS =
            noClasses().should().accessTargetWhere(SurroundingsRead.ANY);

    static Stream<String> packages() {
        return MAY_KNOW.keySet().stream();
    }

    static Stream<Arguments> arrows() {
        return MAY_KNOW.entrySet().stream()
                .flatMap(from ->
                        from.getValue().stream().map(to -> Arguments.of(from.getKey(), to)));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void knowsOnlyPackagesThatItMayKnow(String name) {
        knowsOnly(name, MAY_KNOW.getOrDefault(name, Set.of())).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void needsEachArrow(String from, String to) {
        Set<String> fewer = new HashSet<>(MAY_KNOW.getOrDefault(from, Set.of()));
        fewer.remove(to);

        assertThat(knowsOnly(from, fewer).evaluate(CLASSES).hasViolation()).isTrue();
    }

    @Test
    void findsAPackageThatKnowsMoreThanNothing() {
        assertThat(knowsOnly("intake.source", Set.of()).evaluate(CLASSES).hasViolation()).isTrue();
    }

    @Test
    void hasAnArrowForEveryPackageButTheDoors() {
        assertThat(CLASSES.getPackage(INTAKE).getSubpackagesInTree())
                .filteredOn(found -> !found.getClasses().isEmpty())
                .extracting(JavaPackage::getName)
                .map(name -> name.substring(ROOT.length() + 1))
                .filteredOn(name -> !name.equals("intake.function"))
                .containsExactlyInAnyOrderElementsOf(MAY_KNOW.keySet());
    }

    @Test
    void keepsDynamoDbToItsAdaptersAndTheDoors() {
        DYNAMODB_IN_ITS_ADAPTERS.check(behindTheDoors());
        assertThat(DYNAMODB_IN_ITS_ADAPTERS.evaluate(doors()).hasViolation()).isTrue();
    }

    @Test
    void readsDocumentsAndFilesWithoutAws() {
        NO_AWS.check(of("intake.json", "intake.source"));
        assertThat(NO_AWS.evaluate(of("intake.lake")).hasViolation()).isTrue();
    }

    @Test
    void readsClockAndEnvironmentInTheDoorsOnly() {
        NO_SURROUNDINGS.check(behindTheDoors());
        assertThat(NO_SURROUNDINGS.evaluate(doors()).hasViolation()).isTrue();
    }

    private static ArchRule knowsOnly(String name, Set<String> others) {
        String[] allowed =
                Stream.concat(Stream.of(name), others.stream())
                        .map(other -> ROOT + "." + other)
                        .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(ROOT + "." + name)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed).or(not(resideInAPackage(ROOT + ".."))));
    }

    private static JavaClasses behindTheDoors() {
        return CLASSES.that(not(resideInAPackage(INTAKE + ".function")));
    }

    private static JavaClasses doors() {
        return of("intake.function");
    }

    private static JavaClasses of(String... names) {
        return CLASSES.that(
                resideInAnyPackage(
                        Stream.of(names).map(name -> ROOT + "." + name).toArray(String[]::new)));
    }
}
